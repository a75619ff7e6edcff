using AlitaNews.Newsroom.Claims;
using Dapper;

namespace AlitaNews.Store.Claims;

/// <summary>Reads lists of claims for editors: without pages, and with the place where each is written. Thread-safe.</summary>
public sealed class ClaimListQueries(NewsDatabase database)
{
    private const string ListSql = """
        select max(number) from edition;

        select k.claim, k.piece,
               (select e.piece from claim_event e where e.claim = k.claim and e.publish <= @now
                order by (e.piece::jsonb -> 'entry' ->> 'status') is null, e.publish desc, e.article, e.position limit 1) as said
        from claim_page(@now, states => @states, due => @due, sort => @sort, most => 1000000) k
        order by k.place;
        """;

    /// <summary>The claims; null where nothing was ever ingested.</summary>
    /// <param name="wanted">Which claims: only status and due date are looked at.</param>
    /// <param name="dated">Only open claims with a due date, by that date.</param>
    /// <param name="now">The moment that counts.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<ListedClaim>?> ListAsync(ClaimFilter wanted, bool dated, DateTimeOffset now, CancellationToken cancel)
    {
        var of = new
        {
            now,
            states = wanted.States ?? (dated ? ["rumour", "unverified", "overdue"] : null),
            due = wanted.DueWord ?? (dated ? "any" : null),
            sort = dated || wanted.Due is not null ? "due" : "changed",
        };
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(ListSql, of, commandTimeout: 60, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long?>();
        var rows = await results.ReadAsync<ListRow>();
        return edition is null ? null : [.. rows.Select(static row => row.Read())];
    }

    private sealed record ListRow
    {
        public required string Claim { get; init; }

        public required string Piece { get; init; }

        public string? Said { get; init; }

        public ListedClaim Read()
        {
            var state = Pieces.Read(Piece, Pieces.Default.ClaimState);
            var said = Said is null ? null : Pieces.Read(Said, Pieces.Default.ClaimEvent);
            return new ListedClaim(Claim, state.Wording.Text ?? Claim, state.Display, state.Flags, state.Due, said?.Path, said?.Line ?? 1);
        }
    }
}

/// <summary>A claim as editors see it in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its sentence.</param>
/// <param name="Display">What readers are shown.</param>
/// <param name="Flags">What else is true of it.</param>
/// <param name="Due">The due period as written, or null.</param>
/// <param name="Path">The file that last gave it a status, or null.</param>
/// <param name="Line">The line there, from 1.</param>
public sealed record ListedClaim(string Id, string Text, ClaimDisplay Display, ClaimFlags Flags, string? Due, string? Path, int Line);

using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Newsroom.Sources;
using Npgsql;
using static NpgsqlTypes.NpgsqlDbType;

namespace AlitaNews.Store.Editions;

/// <summary>Carries what the sources' track records are computed from into its tables: narrow rows, so that all of them can be read at once.</summary>
internal static class RecordCopy
{
    public static Task ScoredClaimsAsync(NpgsqlConnection connection, IReadOnlyCollection<FoldedClaim> claims, CancellationToken cancel) => RowCopy.CopyAsync(
        connection,
        "copy scored_claim (claim, from_at, until_at, type, outcome, decided_at) from stdin (format binary)",
        claims.SelectMany(static claim => claim.Timeline.States.Select(state => (State: state, Scored: ScoredClaim.Of(claim.Id, state)))),
        static (copy, row) =>
        {
            copy.Write(row.Scored.Claim, Text);
            RowCopy.Write(copy, row.State.From);
            RowCopy.Write(copy, row.State.Until ?? DateTimeOffset.MaxValue);
            RowCopy.Write(copy, row.Scored.Type);
            copy.Write(row.Scored.Outcome.ToString().ToLowerInvariant(), Text);
            RowCopy.Write(copy, row.Scored.Decided);
        },
        cancel);

    public static Task AssertionsAsync(NpgsqlConnection connection, IReadOnlyCollection<FoldedClaim> claims, CancellationToken cancel) => RowCopy.CopyAsync(
        connection,
        "copy assertion (claim, source, article, role, at, publish) from stdin (format binary)",
        claims.SelectMany(static claim => claim.Events).SelectMany(static said => SourceAssertion.List(said).Select(made => (Made: made, said.Publish))),
        static (copy, row) =>
        {
            copy.Write(row.Made.Claim, Text);
            copy.Write(row.Made.Source, Text);
            copy.Write(row.Made.Article, Text);
            copy.Write(row.Made.Role.ToString().ToLowerInvariant(), Text);
            RowCopy.Write(copy, row.Made.At);
            RowCopy.Write(copy, row.Publish);
        },
        cancel);
}

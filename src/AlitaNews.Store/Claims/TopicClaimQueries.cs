using Dapper;

namespace AlitaNews.Store.Claims;

/// <summary>Reads what is known of a topic. Thread-safe.</summary>
public sealed class TopicClaimQueries(NewsDatabase database)
{
    // The three result sets can stand in a larger command, where a page wants more than this in one trip: WhatWeKnow.Of puts them together.
    private const string KnownSql = """
        select k.claim, k.merged_into, k.piece, k.was, k.articles
        from (values (array['rumour', 'unverified', 'disputed']), (array['overdue']), (array['confirmed', 'partly']), (array['debunked', 'missed'])) as part (states)
        cross join lateral claim_page(@now, states => part.states, topic => @topic, most => 6) k;

        select b.display, b.count from claim_balance(@now, topic => @topic) b;

        select distinct d.id, d.name, d.piece
        from (values (array['rumour', 'unverified', 'disputed']), (array['overdue']), (array['confirmed', 'partly']), (array['debunked', 'missed'])) as part (states)
        cross join lateral claim_page(@now, states => part.states, topic => @topic, most => 6) k
        join claim c on c.id = k.claim
        join dossier d on d.kind = 'source' and (d.id = any(c.sources) or d.aliases && c.sources);
        """;

    /// <summary>What is known of a topic; without parts where nothing is.</summary>
    /// <param name="topic">The topic's id.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<WhatWeKnow> ReadAsync(string topic, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(KnownSql, new { topic, now }, cancellationToken: cancel));
        var rows = (await results.ReadAsync<StateRow>()).ToList();
        var balance = BalanceRow.Read(await results.ReadAsync<BalanceRow>());
        var claims = new ClaimReader(await results.ReadAsync<SourceRow>());
        return WhatWeKnow.Of(topic, [.. rows.Select(claims.Read)], balance);
    }
}

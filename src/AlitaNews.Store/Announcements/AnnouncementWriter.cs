using Dapper;
using Npgsql;

namespace AlitaNews.Store.Announcements;

/// <summary>An address that is being announced.</summary>
/// <param name="Path">Root-relative, decoded.</param>
/// <param name="Tries">How often that was tried, this time included.</param>
public sealed record Announcement(string Path, int Tries);

/// <summary>The addresses that search engines are still to be told of, oldest first. Thread-safe.</summary>
public sealed class AnnouncementWriter(NewsDatabase database)
{
    /// <summary>What the protocol takes at once.</summary>
    public const int BatchSize = 10_000;

    // What a round touched, and what time alone changed since the edition before: an article that appeared, expired or went, the address it had
    // before, a claim that is shown differently, the articles with its banner. Drafts and what is not to be indexed stay secret. Of a great import
    // the newest are told; the sitemaps have the rest.
    private const string FillSql = """
        with before as (select coalesce((select at from edition order by number desc limit 1), '-infinity'::timestamptz) as at),
        passed as (select subject from tick where at <= @now),
        shown as (
            select s.claim from unnest(@claims, @versions) as known (claim, version)
            join claim_state s on s.claim = known.claim and s.from_at <= @now and s.until_at > @now
            where s.version > known.version and s.display <> 'none' and not s.alias
            union
            select s.claim from passed p
            join claim_state s on s.claim = substr(p.subject, 7) and s.from_at <= @now and s.until_at > @now
            where p.subject like 'claim:%' and s.from_at > (select at from before) and s.display <> 'none' and not s.alias
        ),
        told as (
            select a.id, a.publish from article a where a.id = any(@articles)
            union
            select a.id, a.publish from shown s join article a on a.primary_claim = s.claim and a.indexable
            union
            select a.id, a.publish from passed p join article a on a.id = substr(p.subject, 9)
            where p.subject like 'article:%' and (a.publish > (select at from before) or a.expires between (select at from before) and @now)
        )
        insert into announcement (path, due)
        select distinct path, @now from (
            select path from (
                select '/news/' || a.slug as path, a.publish
                from told join article a on a.id = told.id
                where not a.draft and a.publish <= @now and (a.indexable or a.removed is not null)
                union all
                select o.path, told.publish from told join address o on o.article = told.id and o.origin = 'was' and o.since = @now
                where told.publish <= @now
                order by 2 desc limit @most
            ) newest
            union all
            select '/claims/' || claim from shown
        ) changed
        where (select piece::jsonb ->> 'indexNowKey' from site) is not null
        on conflict (path) do update set due = excluded.due, tries = 0
        """;

    /// <summary>Queues what an edition changes, in the edition's own transaction. Without a key it queues nothing.</summary>
    /// <param name="connection">The session that writes the edition.</param>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="articles">Articles that the round wrote or took out.</param>
    /// <param name="claims">Claims that it folded, with the version they had before.</param>
    /// <param name="now">The edition's moment.</param>
    /// <param name="cancel">Gives up.</param>
    internal static Task FillAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyCollection<string> articles, IReadOnlyDictionary<string, long> claims, DateTimeOffset now, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(
            FillSql,
            new { articles = articles.ToArray(), claims = claims.Keys.ToArray(), versions = claims.Values.ToArray(), now, most = BatchSize },
            transaction,
            cancellationToken: cancel));

    private const string TakeSql = """
        update announcement a set tries = a.tries + 1, due = @again
        from (select path from announcement where due <= @now order by due, path limit @most for update skip locked) one
        where a.path = one.path
        returning a.path, a.tries
        """;

    /// <summary>Takes a batch of what is due; it is due again at <paramref name="again"/> unless <see cref="ForgetAsync"/> is told of it.</summary>
    public async Task<IReadOnlyList<Announcement>> TakeAsync(DateTimeOffset now, DateTimeOffset again, CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        return [.. await connection.QueryAsync<Announcement>(new CommandDefinition(TakeSql, new { now, again, most = BatchSize }, cancellationToken: cancel))];
    }

    // A row that changed meanwhile counts its tries from 0 again and stays.
    private const string ForgetSql = """
        delete from announcement a using unnest(@paths, @tries) as sent (path, tries) where a.path = sent.path and a.tries = sent.tries
        """;

    /// <summary>Takes out what was announced, or given up.</summary>
    public async Task ForgetAsync(IReadOnlyCollection<Announcement> announced, CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(
            ForgetSql, new { paths = announced.Select(static one => one.Path).ToArray(), tries = announced.Select(static one => one.Tries).ToArray() }, cancellationToken: cancel));
    }

    private const string PostponeSql = """
        update announcement a set due = @due from unnest(@paths, @tries) as sent (path, tries) where a.path = sent.path and a.tries = sent.tries
        """;

    /// <summary>Tries again later what could not be announced.</summary>
    public async Task PostponeAsync(IReadOnlyCollection<Announcement> failed, DateTimeOffset due, CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(
            PostponeSql, new { due, paths = failed.Select(static one => one.Path).ToArray(), tries = failed.Select(static one => one.Tries).ToArray() }, cancellationToken: cancel));
    }

    private const string NextSql = "select min(due) from announcement";

    /// <summary>When something is due next; null: nothing waits.</summary>
    public async Task<DateTimeOffset?> FindNextAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<DateTimeOffset?>(new CommandDefinition(NextSql, cancellationToken: cancel));
    }
}

using Dapper;

namespace AlitaNews.Store.Paths;

/// <summary>Finds out what an address means that no page has. Thread-safe.</summary>
public sealed class PathQueries(NewsDatabase database)
{
    // One hop after another inside the server, so that readers are sent on once: an address that stands for an article ends where the article is
    // now, one that leads to another old address goes on from there. What was passed already ends the walk: a circle leads nowhere.
    private const string FindSql = """
        with recursive hop (path, tail, seen, location, removed, gone, reason) as (
            select @path::text, ''::text, '{}'::text[], null::text, null::text, false, null::text
            union all
            select coalesce(substring(step.next from '^(/[^?#]*)'), hop.path),
                   coalesce(substring(step.next from '[?#].*$'), hop.tail),
                   hop.seen || hop.path,
                   case
                       when step.removed is not null or step.gone then null
                       when step.next is null then case when cardinality(hop.seen) > 0 then hop.path || hop.tail end
                       when step.next !~ '^/' then step.next
                   end,
                   step.removed, coalesce(step.gone, false), step.reason
            from hop
            left join lateral (
                select known.next, known.removed, known.gone, known.reason
                from (
                    select 0 as place, a.publish as since, a.piece::jsonb #>> '{article,redirectTo}' as next,
                           case when a.removed is not null then a.id end as removed, false as gone, null::text as reason
                    from article a
                    where hop.path like '/news/%' and a.slug = substr(hop.path, 7) and not a.vanished and not a.draft and a.publish <= @now
                    union all
                    select 1, d.updated, null, null, false, null
                    from dossier d
                    where d.kind = 'page' and d.id = substr(hop.path, 2)
                    union all
                    select case o.origin when 'redirect' then 2 when 'gone' then 3 when 'alias' then 4 else 5 end, o.since,
                           case when a.removed is null then coalesce('/news/' || a.slug, o.location) end,
                           case when a.removed is not null then a.id end,
                           o.origin = 'gone', o.reason
                    from address o
                    left join article a on a.id = o.article and not a.draft and a.publish <= @now
                    where o.path = hop.path and (o.origin = 'gone' or a.id is not null or o.location is not null)
                    union all
                    select 6, a.removed, null, a.id, false, null
                    from article a
                    where hop.path like '/news/%' and a.slug = substr(hop.path, 7) and a.vanished
                ) known
                order by known.place, known.since desc
                limit 1
            ) step on true
            where hop.location is null and hop.removed is null and not hop.gone and hop.path <> all(hop.seen)
        )
        select location, removed, gone, reason from hop where location is not null or removed is not null or gone;
        """;

    /// <summary>What became of an address; null where nobody knows it, or it leads in a circle.</summary>
    /// <param name="path">Decoded, in its one spelling.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<OldPath?> FindAsync(string path, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<OldPath>(new CommandDefinition(FindSql, new { path, now }, cancellationToken: cancel));
    }
}

/// <summary>What became of an address. Immutable.</summary>
public sealed record OldPath
{
    /// <summary>Where it leads: root-relative and decoded, or absolute; null: it is gone.</summary>
    public string? Location { get; init; }

    /// <summary>The id of the piece that was taken down, where it was one; or null.</summary>
    public string? Removed { get; init; }

    /// <summary>Whether an editor says that it is gone.</summary>
    public bool Gone { get; init; }

    /// <summary>Why it is gone, or null.</summary>
    public string? Reason { get; init; }
}

using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Pages;
using Dapper;

namespace AlitaNews.Store.Sources;

/// <summary>Reads sources and their track records. Thread-safe.</summary>
public sealed class SourceQueries(NewsDatabase database, RecordShelf shelf)
{
    private const int ItemsAPage = 20;

    private const string ListSql = """
        select max(number) as number, (select e.records from edition e order by e.number desc limit 1) as records from edition;

        select d.id, d.name, d.piece from dossier d where d.kind = 'source' order by d.id;

        select h.id from hub_ids('source:', @now) as h (id);

        select max(from_at) from scored_claim where from_at <= @now;

        select s.claim, s.type, s.outcome, s.decided_at from scored_claim s
        where s.from_at <= @now and s.until_at > @now and records_moved(@known);

        select a.claim, a.source, a.article, a.role, a.at from assertion a
        where a.publish <= @now and records_moved(@known);
        """;

    /// <summary>A part of the list of all sources: those that have a file or are cited.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="items">How many a page has.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The page, or null past the end.</returns>
    public async Task<SourceList?> ListAsync(int page, int items, DateTimeOffset now, CancellationToken cancel)
    {
        var known = shelf.Moved;
        var kept = shelf.Find(known);
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(ListSql, new { now, known = kept is null ? 0 : known }, cancellationToken: cancel));
        var (edition, moved) = await RecordReader.ReadEditionAsync(results);
        var claims = new ClaimReader(await results.ReadAsync<SourceRow>());
        var cited = await results.ReadAsync<string>();
        var updated = await results.ReadSingleAsync<DateTimeOffset?>();
        var book = await RecordReader.ReadAsync(results, shelf, moved, moved == known ? kept : null, claims);

        var ranked = claims.ListFiles().Select(static file => file.Id)
            .Concat(cited.Select(id => claims.SourceOf(id).File?.Id ?? id))
            .Distinct(StringComparer.Ordinal)
            .Select(id => Rate(id, claims, book))
            .OrderBy(static source => source.Record, TrackRecord.Ranking)
            .ThenBy(static source => source.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var pages = PageCount.Of(ranked.Count, items);
        if (page > pages)
            return null;
        var before = PageStart.Of(page, items);
        return new SourceList
        {
            Edition = edition,
            Page = page,
            Pages = pages,
            Sources = [.. ranked.Skip(before).Take(items)],
            Before = before,
            Prior = book.Read("", null).Prior,
            Updated = updated ?? DateTimeOffset.UnixEpoch,
        };
    }

    // What a claim's row says of its sources counts scheduled articles in: where some wait, the state of now tells who spoke already.
    private const string FindSql = """
        select max(number) as number, (select e.records from edition e order by e.number desc limit 1) as records from edition;

        select d.id from dossier d where d.kind = 'source' and d.id <> @id and d.aliases @> array[@id];

        select d.id, d.path, d.name, d.updated, d.piece, d.body from dossier d where d.kind = 'source' and d.id = @id;

        select s.claim, c.merged_into, s.piece, null::text as was, 0::bigint as articles
        from dossier d
        join claim_state s on s.claim = any(d.links) and s.from_at <= @now and s.until_at > @now
        join claim c on c.id = s.claim
        where d.kind = 'source' and d.id = @id;

        select t.kind, t.id, t.name, t.piece from dossier d join dossier t on t.kind in ('topic', 'source') and t.id = any(d.links)
        where d.kind = 'source' and d.id = @id;

        select k.key, link_target(k.key, @now) as address from dossier d cross join unnest(d.links) as k (key)
        where d.kind = 'source' and d.id = @id and k.key like '%:%';

        select m.path, m.hash, m.format, m.width, m.height, m.colour, m.embedded, c.facts as sidecar
        from dossier d join media m on m.path = any(d.media) left join sidecar c on c.picture = m.path
        where d.kind = 'source' and d.id = @id;

        select d.id, d.name, d.piece from dossier d where d.kind = 'source';

        select p.total, s.claim, null::text as merged_into, s.piece,
               (select w.display from claim_state w where w.claim = s.claim and w.until_at = s.displayed_since limit 1) as was,
               (select count(*) from listing l where l.list = 'claim:' || s.claim and l.publish <= @now) as articles
        from (
            select s.claim, s.from_at, s.changed_at, count(*) over () as total
            from (select array[@id] || coalesce((select d.aliases from dossier d where d.kind = 'source' and d.id = @id), '{}') as all_of) ids
            join claim c on c.sources && ids.all_of and c.merged_into is null
            join claim_state s on s.claim = c.id and s.from_at <= @now and s.until_at > @now
            where not exists (select from claim_event e where e.claim = c.id and e.publish > @now)
               or exists (select from jsonb_array_elements(s.piece::jsonb -> 'wording' -> 'voices') as v (voice) where v.voice ->> 'source' = any(ids.all_of))
            order by s.changed_at desc, s.claim
            offset @first limit 20
        ) p
        join claim_state s on s.claim = p.claim and s.from_at = p.from_at
        order by p.changed_at desc, p.claim;

        select c.id, c.slug, c.title, c.kind, c.section, c.section_name, c.publish, c.updated, c.own_status, c.authors, c.card, c.claim_state, c.path,
               c.picture, c.picture_hash, c.picture_format, c.picture_width, c.picture_height, c.picture_colour, c.picture_embedded, c.picture_sidecar
        from card(array(
            select n.article from (
                select distinct l.article, l.publish
                from unnest(array[@id] || coalesce((select d.aliases from dossier d where d.kind = 'source' and d.id = @id), '{}')) as k (id)
                cross join lateral (
                    select l.article, l.publish from listing l
                    where l.list = 'source:' || k.id and l.publish <= @now and l.until > @now
                    order by l.publish desc, l.article limit 20
                ) l
            ) n
            where @first = 0
            order by n.publish desc, n.article limit 20), @now) c;

        select greatest(
            (select d.updated from dossier d where d.kind = 'source' and d.id = @id),
            (select max(stories_changed('source:' || name.id, @now)) from unnest(own.names) as name (id)),
            said_changed(own.names, @now))
        from (select array[@id] || coalesce((select d.aliases from dossier d where d.kind = 'source' and d.id = @id), '{}') as names) own
        where @first = 0;

        select s.claim, s.type, s.outcome, s.decided_at from scored_claim s
        where s.from_at <= @now and s.until_at > @now and records_moved(@known);

        select a.claim, a.source, a.article, a.role, a.at from assertion a
        where a.publish <= @now and records_moved(@known);
        """;

    /// <summary>The page of a source.</summary>
    /// <param name="id">The id in its address.</param>
    /// <param name="page">From 1.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The page, where it moved, or null: past the end, or nobody knows it.</returns>
    public async Task<FoundSource?> FindAsync(string id, int page, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = ClaimRules.Of(site);
        var known = shelf.Moved;
        var kept = shelf.Find(known);
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            FindSql, new { id, now, first = PageStart.Of(page, ItemsAPage), known = kept is null ? 0 : known }, cancellationToken: cancel));
        var (edition, moved) = await RecordReader.ReadEditionAsync(results);
        var other = await results.ReadFirstOrDefaultAsync<string?>();
        var dossier = await DossierReader.FindAsync(results);
        var claims = new ClaimReader(await results.ReadAsync<SourceRow>());
        var carried = (await results.ReadAsync<CarriedRow>()).ToList();
        var cards = (await results.ReadAsync<CardRow>()).Select(card => card.Show(now, rules)).ToList();
        var changed = await results.ReadFirstOrDefaultAsync<DateTimeOffset?>();
        var book = await RecordReader.ReadAsync(results, shelf, moved, moved == known ? kept : null, claims);
        if (dossier is null && other is not null)
            return new FoundSource { Moved = other };
        if ((dossier is null && carried.Count == 0 && cards.Count == 0) || (page > 1 && carried.Count == 0))
            return null;

        var total = (int)(carried.Count == 0 ? 0 : carried[0].Total);
        var shown = carried.Select(row => Show(row, id, claims)).ToList();
        return new FoundSource
        {
            Page = new SourcePage
            {
                Edition = edition,
                Source = Rate(id, claims, book),
                BodyHtml = dossier?.BodyHtml ?? "",
                Material = dossier?.Material ?? BodyMaterial.None,
                Page = page,
                Pages = PageCount.Of(total, ItemsAPage),
                Total = total,
                Claims = shown,
                Cards = cards,
                Updated = changed ?? shown.Select(static one => one.Claim.Changed).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            },
        };
    }

    private static RatedSource Rate(string id, ClaimReader claims, TrackRecordBook book)
    {
        var (name, file) = claims.SourceOf(id);
        return new RatedSource { Id = id, Name = name, File = file, Record = book.Read(id, file?.Kind) };
    }

    private static SourcedClaim Show(CarriedRow row, string id, ClaimReader claims)
    {
        var claim = claims.Read(new StateRow { Claim = row.Claim, Piece = row.Piece, Was = row.Was, Articles = row.Articles });
        var roles = claim.Voices.Where(voice => (claims.SourceOf(voice.SourceId).File?.Id ?? voice.SourceId) == id).Select(static voice => voice.Role);
        return new SourcedClaim(claim, [.. roles.Distinct()]);
    }

    private sealed record CarriedRow
    {
        public long Total { get; init; }

        public required string Claim { get; init; }

        public required string Piece { get; init; }

        public string? Was { get; init; }

        public long Articles { get; init; }
    }
}

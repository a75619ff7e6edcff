using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Pictures;
using AlitaNews.Store.Sources;
using Dapper;

namespace AlitaNews.Store.Claims;

/// <summary>Reads the page of a claim. Thread-safe.</summary>
public sealed class ClaimQueries(NewsDatabase database, RecordShelf shelf)
{
    private const string FindSql = """
        select max(number) as number, (select e.records from edition e order by e.number desc limit 1) as records from edition;

        select c.merged_into, c.piece, s.piece as state, s.was
        from claim c left join claim_state s on s.claim = coalesce(c.merged_into, c.id) and s.from_at <= @now and s.until_at > @now
        where c.id = @id;

        select s.from_at, s.status, s.display from claim_state s where s.claim = @id and s.from_at <= @now order by s.from_at;

        select s.piece from claim_state s where s.claim = @id and s.display <> 'none' order by s.from_at limit 1;

        select e.publish, e.piece, a.slug, a.title, coalesce(a.vanished or a.removed is not null, true) as gone
        from claim_event e left join article a on a.id = e.article
        where e.claim = @id and e.publish <= @now
        order by e.publish, e.article, e.position;

        select distinct a.publish, a.slug, a.title
        from claim m join listing l on l.list = 'claim:' || m.id and l.publish <= @now join article a on a.id = l.article
        where m.id = @id or m.merged_into = @id
        order by a.publish, a.slug;

        select distinct d.id, d.name, d.piece
        from claim c
        left join dossier f on f.kind = 'claim' and f.id = c.id
        join dossier d on d.kind = 'source' and (d.id = any(c.sources) or d.aliases && c.sources or d.id = any(f.links))
        where c.id = @id
        union select d.id, d.name, d.piece from dossier d where d.kind = 'source' and records_moved(@known);

        select 'topic' as kind, t.id, coalesce(d.name, t.id) as name, '' as piece
        from claim c
        left join dossier f on f.kind = 'claim' and f.id = c.id
        cross join lateral (
            select o.id from unnest(c.topics) as o (id)
            where c.last_publish <= @now or c.piece::jsonb -> 'file' -> 'topics' ? o.id
               or exists (select from claim_event e join article a on a.id = e.article where e.claim = c.id and e.publish <= @now and o.id = any(a.topics))
        ) t
        left join dossier d on d.kind = 'topic' and d.id = t.id
        where c.id = @id;

        select s.claim, c.merged_into, s.piece, s.was, 0::bigint as articles
        from (
            select jsonb_array_elements_text(c.piece::jsonb -> 'supersedes') as id from claim c where c.id = @id
            union select jsonb_array_elements_text(s.piece::jsonb -> 'supersededBy') from claim_state s where s.claim = @id and s.from_at <= @now and s.until_at > @now
            union select jsonb_array_elements_text(e.piece::jsonb -> 'entry' -> 'partOf') from claim_event e where e.claim = @id and e.publish <= @now
            union select jsonb_array_elements_text(e.piece::jsonb -> 'entry' -> 'contradicts') from claim_event e where e.claim = @id and e.publish <= @now
            union select unnest(f.links) from dossier f where f.kind = 'claim' and f.id = @id
        ) near
        join claim_state s on s.claim = near.id and s.from_at <= @now and s.until_at > @now
        join claim c on c.id = s.claim;

        select f.path, f.piece, f.body from dossier f where f.kind = 'claim' and f.id = @id;

        select k.key, link_target(k.key, @now) as address from dossier f cross join unnest(f.links) as k (key)
        where f.kind = 'claim' and f.id = @id and k.key like '%:%';

        select m.path, m.hash, m.format, m.width, m.height, m.colour, m.embedded, c.facts as sidecar
        from dossier f join media m on m.path = any(f.media) left join sidecar c on c.picture = m.path
        where f.kind = 'claim' and f.id = @id;

        select s.claim, s.type, s.outcome, s.decided_at from scored_claim s
        where s.from_at <= @now and s.until_at > @now and records_moved(@known);

        select a.claim, a.source, a.article, a.role, a.at from assertion a
        where a.publish <= @now and records_moved(@known);
        """;

    /// <summary>The page of a claim; null where nothing is public of it.</summary>
    /// <param name="id">Its id, or one that was merged into it.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<FoundClaim?> FindAsync(string id, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var known = shelf.Moved;
        var kept = shelf.Find(known);
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, new { id, now, known = kept is null ? 0 : known }, cancellationToken: cancel));
        var (edition, moved) = await RecordReader.ReadEditionAsync(results);
        if (await results.ReadFirstOrDefaultAsync<HeadRow>() is not { State: { } written } head)
            return null;
        if (head.MergedInto is { } other)
            return new FoundClaim { MovedTo = other };
        var shifts = (await results.ReadAsync<ShiftRow>()).ToList();
        var first = await results.ReadFirstOrDefaultAsync<string?>();
        var said = (await results.ReadAsync<SaidRow>()).ToList();
        var carriers = (await results.ReadAsync<CarrierRow>()).ToList();
        var claims = new ClaimReader(await results.ReadAsync<SourceRow>());
        var topics = (await results.ReadAsync<NamedRow>()).ToList();
        var near = (await results.ReadAsync<StateRow>()).ToList();
        var file = await results.ReadFirstOrDefaultAsync<FileRow>();
        var links = (await results.ReadAsync<LinkRow>()).Where(static link => link.Address is not null).ToDictionary(static link => link.Key, static link => link.Address!, StringComparer.Ordinal);
        var pictures = new PictureShelf(await results.ReadAsync<MediaRow>());
        var book = await RecordReader.ReadAsync(results, shelf, moved, moved == known ? kept : null, claims);

        var state = Pieces.Read(written, Pieces.Default.ClaimState);
        var began = first is null ? null : Pieces.Read(first, Pieces.Default.ClaimState);
        var piece = Pieces.Read(head.Piece, Pieces.Default.ClaimPiece);
        var account = ClaimAccount.List(shifts, said, state.HeldArticles);
        var related = near.Select(row => (row.Claim, State: Pieces.Read(row.Piece, Pieces.Default.ClaimState), Shown: claims.Read(row))).ToList();
        return new FoundClaim
        {
            Page = new ClaimPage
            {
                Edition = edition,
                Claim = claims.Read(new StateRow { Claim = id, Piece = written, Was = head.Was, Articles = carriers.Count, FirstSaid = carriers.FirstOrDefault()?.Publish, FirstIn = carriers.FirstOrDefault()?.Slug }),
                State = state,
                Verdict = Verdict.Of(began?.Status, began?.From ?? state.From, began, state, now, ClaimRules.Of(site)),
                Reason = state.Locked ? piece.File?.Reason : said.Select(static row => row.Event).FirstOrDefault(one => one.Article == state.DecidedBy)?.Entry.Note,
                Account = account,
                Voices = [.. ClaimAccount.ListVoices(said, claims).Select(Rate)],
                BaseRate = FindBaseRate(id, state, claims, book),
                Carriers = [.. carriers.Select(static row => new Carrier(row.Slug, row.Title, row.Publish))],
                SupersededBy = Pick(state.SupersededBy),
                Supersedes = [.. related.Where(one => piece.Supersedes.Contains(one.Claim) && one.State.SupersededBy.Contains(id)).Select(static one => one.Shown)],
                PartOf = Pick(account.SelectMany(static moment => moment.Said?.PartOf ?? [])),
                Contradicts = Pick(account.SelectMany(static moment => moment.Said?.Contradicts ?? [])),
                Topics = [.. topics.Select(static row => new Tag(row.Id, row.Name))],
                ContextHtml = string.IsNullOrWhiteSpace(file?.Body) ? null : file.Body,
                Material = file is null ? BodyMaterial.None : new BodyMaterial
                {
                    Claims = related.DistinctBy(static one => one.Claim).ToDictionary(static one => one.Claim, static one => one.Shown, StringComparer.Ordinal),
                    Sources = claims.ListFiles().ToDictionary(static source => source.Id, SourceReader.Show, StringComparer.Ordinal),
                    Topics = topics.ToDictionary(static row => row.Id, static row => row.Name, StringComparer.Ordinal),
                    Links = links,
                    Figures = [.. Pieces.Read(file.Piece, Pieces.Default.DossierPiece).Figures.Select(figure => pictures.Show(figure, file.Path, "", FindDisplay))],
                },
            },
        };

        ClaimDisplay? FindDisplay(string about) => about == id ? state.Display : related.Find(one => one.Claim == about).State?.Display;

        // Who repeats others asserts nothing, and has no record from it.
        HeardVoice Rate(HeardVoice voice) => voice.Role == SourceRole.Relay
            ? voice
            : voice with { Source = voice.Source with { Record = book.WordsOf(voice.Source.Id, claims.SourceOf(voice.Source.Id).File?.Kind) } };

        IReadOnlyList<ClaimSummary> Pick(IEnumerable<string> ids) =>
            [.. related.Where(one => ids.Contains(one.Claim)).Select(static one => one.Shown).DistinctBy(static one => one.Id)];
    }

    private static BaseRate? FindBaseRate(string id, ClaimState state, ClaimReader claims, TrackRecordBook book)
    {
        if (state.Status?.IsOpen() != true)
            return null;
        var unnamed = state.Wording.Voices
            .Where(static voice => voice.Role == SourceRole.Origin)
            .Select(voice => claims.SourceOf(voice.Source).File)
            .OfType<Source>()
            .Where(static file => file.Kind == SourceKind.AnonymousClass)
            .DistinctBy(static file => file.Id)
            .ToList();
        if (unnamed.Count == 0)
            return null;
        var record = book.BaseRate(state.Wording.Type, source => unnamed.Exists(file => file.Id == source), without: id);

        // Hidden below the contract's five.
        return record.Shown is TrackRecordShown.Dots or TrackRecordShown.None ? null : new BaseRate(state.Wording.Type, [.. unnamed.Select(static file => file.Name)], record);
    }

    private sealed record HeadRow
    {
        public string? MergedInto { get; init; }

        public required string Piece { get; init; }

        public string? State { get; init; }

        public string? Was { get; init; }
    }

    private sealed record CarrierRow
    {
        public DateTimeOffset Publish { get; init; }

        public required string Slug { get; init; }

        public required string Title { get; init; }
    }

    private sealed record FileRow
    {
        public required string Path { get; init; }

        public required string Piece { get; init; }

        public required string Body { get; init; }
    }
}

/// <summary>What stands at a claim's address: one of the two is set.</summary>
public sealed record FoundClaim
{
    /// <summary>The claim.</summary>
    public ClaimPage? Page { get; init; }

    /// <summary>The claim into which it was merged (301).</summary>
    public string? MovedTo { get; init; }
}

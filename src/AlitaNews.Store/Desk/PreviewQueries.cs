using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using Dapper;

namespace AlitaNews.Store.Desk;

/// <summary>Reads articles as they will look once they are public: a draft's own word on its claims is folded with what was said before. Thread-safe.</summary>
public sealed class PreviewQueries(NewsDatabase database, ArticleQueries articles)
{
    private const string FindSql = """
        select id, slug, path, publish, draft, piece from article where path = @path and not vanished;

        select c.id, c.merged_into, c.piece from article a join claim c on c.id = any(a.claims) where a.path = @path and not a.vanished;

        select e.piece from article a
        join claim c on c.id = any(a.claims)
        join claim_event e on e.claim = coalesce(c.merged_into, c.id)
        where a.path = @path and not a.vanished;

        select s.claim, s.from_at, s.piece from article a
        join claim c on c.id = any(a.claims)
        join claim_state s on s.claim = coalesce(c.merged_into, c.id)
        where a.path = @path and not a.vanished
        order by s.from_at;

        select d.id, d.name, d.piece from article a join dossier d on d.kind = 'source' and (d.id = any(a.sources) or d.aliases && a.sources) where a.path = @path and not a.vanished;
        """;

    /// <summary>The page that a file will be.</summary>
    /// <param name="path">The file, relative to the content folder.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The page, or null where the file is no article, or not in a state to be shown.</returns>
    public async Task<FoundArticle?> FindAsync(string path, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, new { path }, cancellationToken: cancel));
        if (await results.ReadFirstOrDefaultAsync<FileRow>() is not { } file)
            return null;
        var claims = (await results.ReadAsync<KnownClaim>()).ToDictionary(static claim => claim.Id, StringComparer.Ordinal);
        var said = (await results.ReadAsync<string>()).Select(static piece => Pieces.Read(piece, Pieces.Default.ClaimEvent)).ToList();
        var replaced = (await results.ReadAsync<KnownState>()).SelectMany(static row => row.ListReplacing()).ToList();
        var sources = new ClaimReader(await results.ReadAsync<SourceRow>());

        // On the day it is meant for, or today where that has passed.
        var moment = file.Publish > now ? file.Publish : now;
        var states = file.Draft ? Fold(file, moment, claims, said, replaced, sources, ClaimRules.Of(site)) : [];
        return await articles.FindAsync(file.Slug, site, moment, states, cancel);
    }

    private static List<StateRow> Fold(
        FileRow file,
        DateTimeOffset moment,
        Dictionary<string, KnownClaim> claims,
        List<ClaimEvent> said,
        List<Supersession> replaced,
        ClaimReader sources,
        ClaimRules rules)
    {
        var article = Pieces.Read(file.Piece, Pieces.Default.ArticlePiece).Article;
        var own = article.Claims.Select((entry, position) => new ClaimEvent
        {
            Claim = claims.GetValueOrDefault(entry.Id)?.MergedInto ?? entry.Id,
            Article = file.Id,
            Slug = file.Slug,
            Path = file.Path,
            Position = position,
            Publish = file.Publish,
            Date = article.Date,
            Entry = entry,
            Voices = SourceVoice.List(entry.Sources, id => sources.SourceOf(id).File?.Kind),
            Vouched = entry.Sources.Any(mention => sources.SourceOf(mention.Id).File is { } source && mention.Vouches(source.Kind, source.OnRecord)),
        }).ToList();

        // What the draft replaces changes too, where its text speaks of it.
        var files = claims.Values.Select(static known => Pieces.Read(known.Piece, Pieces.Default.ClaimPiece).File).OfType<ClaimFile>().ToList();
        var ids = new ClaimIds(files);
        var (holding, _) = Supersession.Untangle(replaced.Concat(own.SelectMany(one => Supersession.List(one, ids))));
        var rows = new List<StateRow>();
        foreach (var name in article.Claims.Select(static entry => entry.Id).Concat(article.Claims.SelectMany(static entry => entry.Supersedes)).Distinct(StringComparer.Ordinal))
        {
            var known = claims.GetValueOrDefault(name);
            var id = known?.MergedInto ?? name;
            var claimFile = known is null ? null : Pieces.Read(known.Piece, Pieces.Default.ClaimPiece).File;
            var events = said.Where(one => one.Claim == id && one.Article != file.Id).Concat(own.Where(one => one.Claim == id)).ToList();
            if (ClaimTimeline.Build(claimFile, events, [.. holding.Where(relation => relation.Old == id)], rules).FindAt(moment) is { } state)
            {
                rows.Add(new StateRow
                {
                    Claim = name,
                    MergedInto = known?.MergedInto,
                    Piece = Pieces.Write(state),
                    Was = state.Was == ClaimDisplay.None ? null : state.Was.Word(),
                    Articles = events.Select(static one => one.Article).Distinct(StringComparer.Ordinal).Count(),
                });
            }
        }

        return rows;
    }

    private sealed record FileRow
    {
        public required string Id { get; init; }

        public required string Slug { get; init; }

        public required string Path { get; init; }

        public DateTimeOffset Publish { get; init; }

        public bool Draft { get; init; }

        public required string Piece { get; init; }
    }

    private sealed record KnownState
    {
        public required string Claim { get; init; }

        public DateTimeOffset FromAt { get; init; }

        public required string Piece { get; init; }

        public IEnumerable<Supersession> ListReplacing() =>
            Pieces.Read(Piece, Pieces.Default.ClaimState).SupersededBy.Select(by => new Supersession(by, Claim, FromAt, ""));
    }

    private sealed record KnownClaim
    {
        public required string Id { get; init; }

        public string? MergedInto { get; init; }

        public required string Piece { get; init; }
    }
}

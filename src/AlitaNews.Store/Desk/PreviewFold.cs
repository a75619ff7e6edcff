using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using Dapper;

namespace AlitaNews.Store.Desk;

/// <summary>What is known of the claims of an article that no reader sees yet, and what will be known once they do.</summary>
internal sealed class PreviewFold
{
    private readonly Dictionary<string, KnownClaim> _claims;
    private readonly List<ClaimEvent> _said;
    private readonly List<Supersession> _replaced;

    private PreviewFold(Dictionary<string, KnownClaim> claims, List<ClaimEvent> said, List<Supersession> replaced, ClaimReader sources)
    {
        _claims = claims;
        _said = said;
        _replaced = replaced;
        Sources = sources;
    }

    /// <summary>The sources that the article, or its claims, name.</summary>
    public ClaimReader Sources { get; }

    /// <summary>Reads four result sets: the claims, what was said of them, their states in the order of time, the sources.</summary>
    public static async Task<PreviewFold> ReadAsync(SqlMapper.GridReader results)
    {
        var claims = (await results.ReadAsync<KnownClaim>()).ToDictionary(static claim => claim.Id, StringComparer.Ordinal);
        var said = (await results.ReadAsync<string>()).Select(static piece => Pieces.Read(piece, Pieces.Default.ClaimEvent)).ToList();
        var replaced = (await results.ReadAsync<KnownState>()).SelectMany(static row => row.ListReplacing()).ToList();
        return new PreviewFold(claims, said, replaced, new ClaimReader(await results.ReadAsync<SourceRow>()));
    }

    /// <summary>The states of the article's claims at a moment, its own word among what was said, and how they came about.</summary>
    public FoldedClaims Fold(Article article, DateTimeOffset moment, ClaimRules rules)
    {
        var own = article.Claims.Select((entry, position) => new ClaimEvent
        {
            Claim = _claims.GetValueOrDefault(entry.Id)?.MergedInto ?? entry.Id,
            Article = article.Id,
            Slug = article.Slug,
            Path = article.Path,
            Position = position,
            Publish = article.Publish,
            Date = article.Date,
            Entry = entry,
            Voices = SourceVoice.List(entry.Sources, id => Sources.SourceOf(id).File?.Kind),
            Vouched = entry.Sources.Any(mention => Sources.SourceOf(mention.Id).File is { } source && mention.Vouches(source.Kind, source.OnRecord)),
        }).ToList();

        // What the draft replaces changes too, where its text speaks of it.
        var files = _claims.Values.Select(static known => Pieces.Read(known.Piece, Pieces.Default.ClaimPiece).File).OfType<ClaimFile>().ToList();
        var ids = new ClaimIds(files);
        var (holding, _) = Supersession.Untangle(_replaced.Concat(own.SelectMany(one => Supersession.List(one, ids))));
        var saidOf = _said.Where(one => one.Article != article.Id).Concat(own).ToLookup(static one => one.Claim, StringComparer.Ordinal);
        var replacing = holding.ToLookup(static relation => relation.Old, StringComparer.Ordinal);
        var rows = new List<StateRow>();
        var timelines = new Dictionary<string, IReadOnlyList<ClaimChange>>(StringComparer.Ordinal);
        foreach (var name in article.Claims.Select(static entry => entry.Id).Concat(article.Claims.SelectMany(static entry => entry.Supersedes)).Distinct(StringComparer.Ordinal))
        {
            var known = _claims.GetValueOrDefault(name);
            var id = known?.MergedInto ?? name;
            var claimFile = known is null ? null : Pieces.Read(known.Piece, Pieces.Default.ClaimPiece).File;
            var events = saidOf[id].ToList();
            var timeline = ClaimTimeline.Build(claimFile, events, [.. replacing[id]], rules);
            if (timeline.FindAt(moment) is { } state)
            {
                timelines["claim:" + name] = ListChanges(timeline, id, events, moment);
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

        return new FoldedClaims(rows, timelines);
    }

    // What the function body_timelines makes of the stored ones.
    private static List<ClaimChange> ListChanges(ClaimTimeline timeline, string claim, List<ClaimEvent> events, DateTimeOffset moment) =>
    [
        .. timeline.States.Where(state => state.From == state.DisplayedSince && state.Display != ClaimDisplay.None && state.From <= moment).Select(state => new ClaimChange(
            state.From,
            claim,
            state.Wording.Text ?? claim,
            state.Display,
            events.Where(one => one.Publish == state.From).OrderBy(static one => one.Entry.Status is null).ThenByDescending(static one => one.Article, StringComparer.Ordinal)
                .ThenByDescending(static one => one.Position).FirstOrDefault()?.Entry.Note)),
    ];

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

using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Pictures;

namespace AlitaNews.Store.Articles;

/// <summary>A row of the function <c>card</c>.</summary>
internal sealed record CardRow
{
    public required string Id { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    public required string Section { get; init; }

    public string? SectionName { get; init; }

    public DateTimeOffset Publish { get; init; }

    public DateTimeOffset Updated { get; init; }

    public string? OwnStatus { get; init; }

    public required string[] Authors { get; init; }

    public required string Card { get; init; }

    public string? ClaimState { get; init; }

    public string? Picture { get; init; }

    public byte[]? PictureHash { get; init; }

    public string? PictureFormat { get; init; }

    public int? PictureWidth { get; init; }

    public int? PictureHeight { get; init; }

    public string? PictureColour { get; init; }

    public string? PictureEmbedded { get; init; }

    public string? PictureSidecar { get; init; }

    public required string Path { get; init; }

    /// <summary>The card that lists show.</summary>
    /// <param name="at">The moment of the page.</param>
    /// <param name="rules">The site's rules about labels.</param>
    public ArticleCard Show(DateTimeOffset at, ClaimRules rules)
    {
        var card = Pieces.Read(Card, Pieces.Default.CardPiece);
        var state = ClaimState is null ? null : Pieces.Read(ClaimState, Pieces.Default.ClaimState);
        var own = OwnStatus is null ? (ClaimStatus?)null : Enum.Parse<ClaimStatus>(OwnStatus, ignoreCase: true);
        var verdict = Verdict.Of(own, Publish, null, state, at, rules);
        return new ArticleCard
        {
            Slug = Slug,
            Title = Title,
            ShortTitle = card.ShortTitle ?? Title,
            Kicker = card.Kicker ?? SectionName ?? (Section.Length > 0 ? Section : null),
            Kind = Enum.Parse<ArticleKind>(Kind, ignoreCase: true),
            Summary = card.Summary,
            Published = Publish,
            Updated = Updated,
            Authors = Authors,
            Display = verdict.Display,
            Label = verdict.Label,
            Hero = card.Hero is { } hero ? PictureShelf.Show(hero, Media(), Path, Slug) : null,
            Sponsor = card.Sponsor,
            Language = card.Language,
            Retracted = card.Retracted,
        };
    }

    private MediaRow? Media() => Picture is null ? null : new MediaRow
    {
        Path = Picture,
        Hash = PictureHash!,
        Format = PictureFormat!,
        Width = PictureWidth ?? 0,
        Height = PictureHeight ?? 0,
        Colour = PictureColour,
        Embedded = PictureEmbedded,
        Sidecar = PictureSidecar,
    };
}

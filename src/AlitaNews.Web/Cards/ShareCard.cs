using System.Security.Cryptography;
using System.Text;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Pages;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Articles;

namespace AlitaNews.Web.Cards;

/// <summary>
/// Everything a share image shows, and so everything its address follows from: pages and the server of cards make it from the same record, by
/// the same function. Immutable.
/// </summary>
public sealed record ShareCard
{
    private const string DrawingVersion = "3";
    private const int FingerprintDigits = 8;

    /// <summary>The kind of the site's own card.</summary>
    public const string SiteKind = "site";

    /// <summary>The name of the site's own card, which pages without one of their own use.</summary>
    public const string SiteId = "front";

    /// <summary><c>article</c>, <c>claim</c> or <c>site</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which of them.</summary>
    public required string Id { get; init; }

    /// <summary>The site's name.</summary>
    public required string Site { get; init; }

    /// <summary>The small line at the top, or null.</summary>
    public string? Kicker { get; init; }

    /// <summary>The headline without its label, or the claim.</summary>
    public required string Title { get; init; }

    /// <summary>The state that is stamped on it; none: no stamp.</summary>
    public ClaimDisplay Display { get; init; }

    /// <summary>The words of the stamp, in capitals; null: no stamp.</summary>
    public string? Stamp { get; init; }

    /// <summary>Whether the stamp says that the paper took the story back.</summary>
    public bool Retracted { get; init; }

    /// <summary>What the reader must not take for news (<c>Opinion</c>), beside the stamp; or null.</summary>
    public string? Sort { get; init; }

    /// <summary>What the stamp means or how it came about, in a sentence or two; or null.</summary>
    public string? Line { get; init; }

    /// <summary>The picture, or null: there is none, or it would give the story away.</summary>
    public ShownPicture? Picture { get; init; }

    /// <summary>What the image says, for those who do not see it.</summary>
    public string Alt => $"{(Stamp is null ? "" : Stamp + ": ")}{Title} – {Site}";

    /// <summary>Eight hex digits over what it shows.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', DrawingVersion, Site, Kicker, Title, Display.ToString(), Stamp, Sort, Line, Picture?.Hash, Picture?.Words, Picture?.Focus))))[..FingerprintDigits];

    /// <summary>The address for previews: what stands there never changes.</summary>
    public string Address => $"/cards/{Kind}/{Uri.EscapeDataString(Id)}.{Fingerprint}.png";

    /// <summary>The card of an article.</summary>
    public static ShareCard Of(ArticlePage page, SiteFrame frame)
    {
        string Day(DateTimeOffset at) => VerdictWords.Day(frame.Zone.DayOf(at));
        var card = page.Card;
        var isVerdict = page.Verdict.Display != ClaimDisplay.None;
        return new ShareCard
        {
            Kind = "article",
            Id = card.Slug,
            Site = frame.Site.Title,
            Kicker = card.Kicker,
            Title = card.Title,
            Display = page.Verdict.Display,
            Stamp = page.Retraction is not null ? "RETRACTED" : page.Verdict.Label ?? VerdictWords.Label(page.Verdict.Display, page.Primary?.Status),
            Retracted = page.Retraction is not null,
            Sort = KindWords.StandsOut(card.Kind) ? KindWords.Shown(card.Kind) : null,
            Line = page.Retraction is { } retraction ? $"We took this story back on {Day(retraction.Date)}."
                : isVerdict ? page.Verdict.Moved ?? page.Verdict.Due ?? VerdictWords.Meaning(page.Verdict.Display)
                : page.Sponsor is { } sponsor ? $"Paid for by {sponsor.Name}."
                : Day(card.Published),
            Picture = card.Hero is { Hash: not null, Spoiler: false } picture ? picture : null,
        };
    }

    /// <summary>The card of a claim.</summary>
    public static ShareCard Of(ClaimSummary claim, SiteFrame frame) => new()
    {
        Kind = "claim",
        Id = claim.Id,
        Site = frame.Site.Title,
        Kicker = "The claim",
        Title = claim.Text,
        Display = claim.Display,
        Stamp = VerdictWords.Label(claim.Display, claim.Status),
        Line = VerdictWords.Meaning(claim.Display),
    };

    /// <summary>The card of the site itself.</summary>
    public static ShareCard Of(SiteFrame frame) => new()
    {
        Kind = SiteKind,
        Id = SiteId,
        Site = frame.Site.Title,
        Title = frame.Site.Description is { Length: > 0 } description ? description : frame.Site.Title,
    };
}

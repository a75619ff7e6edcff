using AlitaNews.Newsroom.Search;
using AlitaNews.Store.Articles;

namespace AlitaNews.Web.Articles;

/// <summary>A card and how the page around it wants it set.</summary>
/// <param name="Card">The article.</param>
/// <param name="Shape"><c>lead</c>, <c>wide</c>, <c>small</c>, <c>row</c>, <c>brief</c>, <c>text-only</c> or <c>plain</c>.</param>
/// <param name="Heading">The level of its heading in the page's outline.</param>
public sealed record CardView(ArticleCard Card, string Shape = "small", int Heading = 3)
{
    /// <summary>Where the words of a search stand in its text, shown for its summary; null: the summary.</summary>
    public Snippet? Snippet { get; init; }

    /// <summary>The card as the lead of the front page.</summary>
    public static CardView Lead(ArticleCard card) => new(card, "lead", 2);

    /// <summary>How wide its picture is shown; null: as small as a stamp.</summary>
    public string? Sizes => Shape switch
    {
        "lead" => "(min-width: 62rem) 56rem, 100vw",
        "row" => "(min-width: 62rem) 17rem, 30vw",
        "wide" => "(min-width: 62rem) 33rem, 100vw",
        "brief" => null,
        _ => "(min-width: 40rem) 20rem, 100vw",
    };
}

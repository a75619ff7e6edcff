using System.Text.Json.Nodes;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Cards;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AlitaNews.Web.Layout;

/// <summary>What a view tells the layout: everything that stands in the head of the page. Immutable.</summary>
public sealed record PageHead
{
    /// <summary>The title with its label, without the site's name; empty on the front page.</summary>
    public required string Title { get; init; }

    /// <summary>The title with its label where room is short, as in the trail of pages above; null: the title.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>The title for social networks with its label; null: the title.</summary>
    public string? SocialTitle { get; init; }

    /// <summary>The description for social networks; null: the description.</summary>
    public string? SocialDescription { get; init; }

    /// <summary>The text of the description meta tag, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The page's one address: root-relative, or absolute where it belongs to another site; null: it has none (errors).</summary>
    public string? Canonical { get; init; }

    /// <summary>Where the page stands on this site, root-relative, where the canonical address does not say so; else null.</summary>
    public string? Place { get; init; }

    /// <summary>Not for search engines.</summary>
    public bool NoIndex { get; init; }

    /// <summary>The Open Graph type.</summary>
    public string Type { get; init; } = "website";

    /// <summary>Whether it is a story: it needs none of the styles of lists, and is as light as can be.</summary>
    public bool IsStory { get; init; }

    /// <summary>The share image, root-relative and escaped; null: the site's own card.</summary>
    public string? Image { get; init; }

    /// <summary>What the share image shows.</summary>
    public string ImageAlt { get; init; } = "";

    /// <summary>The share image's width in pixels.</summary>
    public int ImageWidth { get; init; } = 1200;

    /// <summary>The share image's height in pixels.</summary>
    public int ImageHeight { get; init; } = 630;

    /// <summary>When the article was published; null: the page is no article.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When the page last changed for readers, or null.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The address below which the page's own feeds are (<c>/topics/x</c>), or null: the site's.</summary>
    public string? Feeds { get; init; }

    /// <summary>The page before in a list, root-relative, or null.</summary>
    public string? Previous { get; init; }

    /// <summary>The page after in a list, root-relative, or null.</summary>
    public string? Next { get; init; }

    /// <summary>The address of the place in the navigation that the page belongs to, or null.</summary>
    public string? Nav { get; init; }

    /// <summary>The language of the main text where it differs from the site's, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The pages above this one, the front page left out: what the breadcrumbs for machines name.</summary>
    public IReadOnlyList<Crumb> Trail { get; init; } = [];

    /// <summary>What this page adds to the JSON-LD graph that every page carries.</summary>
    public IReadOnlyList<JsonObject> Nodes { get; init; } = [];

    /// <summary>The head with a picture of the editor's choice to share; null: as it is.</summary>
    public PageHead Showing(ShownPicture? picture) => picture?.Url is not { } address ? this : this with
    {
        Image = address,
        ImageAlt = picture.Alt,
        ImageWidth = picture.Width,
        ImageHeight = picture.Height,
    };

    /// <summary>The head with a card to share.</summary>
    public PageHead Showing(ShareCard card) => this with
    {
        Image = card.Address,
        ImageAlt = card.Alt,
        ImageWidth = CardDrawing.Width,
        ImageHeight = CardDrawing.Height,
    };
}

/// <summary>A page above another.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its address, root-relative.</param>
public sealed record Crumb(string Name, string Address);

/// <summary>Hands the head from a view to the layout.</summary>
public static class PageHeadData
{
    private const string Key = "Head";

    /// <summary>Sets the head; every view does so first.</summary>
    public static void SetHead(this ViewDataDictionary data, PageHead head) => data[Key] = head;

    /// <summary>The head that the view set.</summary>
    public static PageHead Head(this ViewDataDictionary data) => data[Key] as PageHead ?? new PageHead { Title = "" };
}

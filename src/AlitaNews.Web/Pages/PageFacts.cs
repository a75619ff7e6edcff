using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Pages;

/// <summary>What an action knows about the page it makes; only a page that says this is given validators and kept.</summary>
/// <param name="Edition">The edition that the page's query saw.</param>
/// <param name="LastModified">When the page, or the newest thing it lists, was last changed for readers.</param>
public sealed record PageFacts(EditionNumber Edition, DateTimeOffset LastModified)
{
    /// <summary>False where strangers can invent addresses without end (a search): sent with validators, but never kept.</summary>
    public bool Keep { get; init; } = true;

    /// <summary>Headers of this page alone (<c>Claim-Status</c>, <c>X-Robots-Tag</c>); they win over those of the site.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}

/// <summary>How an action hands its facts over.</summary>
public static class PageDescription
{
    /// <summary>Says that this answer is a page that may be kept. Call before the view is returned; the last call counts.</summary>
    public static void DescribePage(this HttpContext context, PageFacts facts) => context.Features.Set(facts);
}

/// <summary>Marks an action whose answer is not shared: pictures with ranges, event streams, the desk. It sees the real request.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NotAPageAttribute : Attribute;

using Ganss.Xss;

namespace AlitaNews.Newsroom.Markdown.Safety;

/// <summary>
/// The second wall, and what balances tags: raw HTML was written anew from a short list already; HtmlSanitizer parses the result the way
/// browsers do and lets only the same list, and what our own writers make, through. Costly, so used on bodies with raw HTML only.
/// </summary>
internal static class BodySanitizer
{
    private static readonly HtmlSanitizer Sanitizer = Create();

    /// <summary>Safe, balanced HTML.</summary>
    public static string Clean(string html) => Sanitizer.Sanitize(html);

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true };
        sanitizer.AllowedTags.Clear();
        sanitizer.AllowedTags.UnionWith(AllowedHtml.Elements);
        sanitizer.AllowedTags.UnionWith(["aside", "section"]);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedAttributes.UnionWith(AllowedHtml.Attributes.Keys);
        sanitizer.AllowedAttributes.UnionWith(["class", "rel", "role", "aria-label"]);
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["http", "https", "mailto", "tel"]);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedAtRules.Clear();
        sanitizer.AllowDataAttributes = false;
        return sanitizer;
    }
}

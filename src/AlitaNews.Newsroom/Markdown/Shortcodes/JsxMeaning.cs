using System.Buffers;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>What the components mean that the themes of Docusaurus and Astro bring along, and those that many sites have of their own.</summary>
internal static class JsxMeaning
{
    private static readonly SearchValues<char> NoAddress = SearchValues.Create(" <>\"'{}\n");

    // Whatever their names are joined with: LiteYouTubeEmbed, TwitterTweetEmbed.
    private static readonly (string Word, string Shortcode)[] Embeds =
        [("youtube", "youtube"), ("vimeo", "vimeo"), ("tweet", "tweet"), ("twitter", "tweet"), ("gist", "gist"), ("instagram", "instagram")];

    private static readonly HashSet<string> Links = ["Link", "NavLink", "Anchor", "Button", "LinkButton", "ExternalLink", "ButtonLink"];

    /// <summary>Whether a component of this name is a link around its words.</summary>
    public static bool IsLink(string name) => Links.Contains(name);

    /// <summary>What a component shows that needs no content: a picture, a video, a link with its words in an attribute; null for any other.</summary>
    public static string? Leaf(JsxTag tag)
    {
        if (tag.Find("src", "img", "image", "sources") is { } src && ContentLayout.IsPicture(src) && src.AsSpan().IndexOfAny('<', '>', '\n') < 0)
        {
            var caption = tag.Find("caption", "title") is { } words ? $" \"{words.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : "";
            return $"![{Escape(tag.Find("alt") ?? "")}](<{src}>{caption})";
        }

        foreach (var (word, shortcode) in Embeds)
        {
            if (tag.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
                && tag.Find("id", "videoId", "youTubeId", "tweetId", "gist", "url", "src", "href", "tweetLink", "embedId") is { } id && !id.AsSpan().ContainsAny(NoAddress))
            {
                return $"{{{{< {shortcode} {id} >}}}}";
            }
        }

        if (tag.Form == JsxForm.Empty && tag.Name.EndsWith("Code", StringComparison.Ordinal) && tag.Find("code") is { } code)
            return $"<code>{HtmlText.Escape(code)}</code>";
        return tag.Form == JsxForm.Empty && tag.Find("href", "to", "link") is { } address && !address.AsSpan().ContainsAny(NoAddress) && tag.Find("title", "label", "text") is { } name
            ? $"[{Escape(name)}](<{address}>)"
            : null;
    }

    /// <summary>The lines that stand for the tags of a box or a fold; null for any other component.</summary>
    public static (string Open, string Close)? Box(JsxTag tag) =>
        PairedTag.Find(
            tag.Name.ToLowerInvariant(),
            string.Join(' ', tag.Items.Where(static item => item.Value is not (null or ['{', ..]) && !item.Value.Contains('"', StringComparison.Ordinal)).Select(static item => $"{item.Key}=\"{item.Value}\"")));

    /// <summary>Words as Markdown that shows them as they are.</summary>
    public static string Escape(string words) =>
        string.Concat(words.ReplaceLineEndings(" ").Select(static c => c is '\\' or '*' or '_' or '[' or ']' or '<' or '`' or '{' ? $"\\{c}" : c.ToString()));
}

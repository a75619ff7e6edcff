namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>What a picture shortcode says, whichever generator's manner it has: names, or a path and words in an order.</summary>
internal sealed class PictureWords
{
    private static readonly string[] PathKeys = ["src", "url", "path", "image_path", "file", "filename"];

    /// <summary>Reads the arguments.</summary>
    public PictureWords(Shortcode shortcode)
    {
        // Octopress has a class before the path, and a size and a title before the alternative text.
        var unnamed = shortcode.Items.Where(static item => item.Value is null).Select(static item => item.Key).ToList();
        var at = Math.Max(0, unnamed.FindIndex(static word => word.AsSpan().ContainsAny('/', '.')));
        var words = unnamed.Skip(at + 1).Where(static word => !word.All(static c => char.IsAsciiDigit(c) || c is 'x' or '%')).ToList();
        Src = PathKeys.Select(shortcode.Find).FirstOrDefault(static path => path is { Length: > 0 }) ?? (unnamed.Count > at ? unnamed[at] : "");
        Alt = shortcode.Find("alt") ?? (words.Count > 0 ? words[^1] : "");

        // Hugo prints both, the title in front.
        var named = new[] { shortcode.Find("title"), shortcode.Find("caption") }.Where(static text => !string.IsNullOrWhiteSpace(text)).Distinct();
        Caption = string.Join(" – ", named.Select(static text => text!.Trim()));
        if (Caption.Length == 0 && words.Count > 1)
            Caption = words[^2];
    }

    /// <summary>The address; empty where none is named.</summary>
    public string Src { get; }

    /// <summary>The alternative text; empty where there is none.</summary>
    public string Alt { get; }

    /// <summary>The caption, Markdown; empty where there is none.</summary>
    public string Caption { get; }
}

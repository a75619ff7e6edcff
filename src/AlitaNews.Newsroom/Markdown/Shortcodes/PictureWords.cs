using System.Text.RegularExpressions;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>What a picture shortcode says, whichever generator's manner it has: names, or a path and words in an order.</summary>
internal sealed partial class PictureWords
{
    private static readonly string[] PathKeys = ["src", "url", "path", "image_path", "file", "filename", "light_src", "default_src", "image", "img", "link", "href"];

    /// <summary>Reads the arguments.</summary>
    public PictureWords(Shortcode shortcode)
    {
        // Octopress has a class before the path, and a size and a title before the alternative text; Eleventy has that first, then perhaps a
        // caption, and behind it classes, widths and sizes.
        var unnamed = shortcode.Items.Where(static item => item.Value is null).Select(static item => item.Key).ToList();
        var at = Math.Max(0, unnamed.FindIndex(static word => ContentLayout.IsPicture(word)) is >= 0 and var picture ? picture : unnamed.FindIndex(static word => word.AsSpan().ContainsAny('/', '.')));
        var words = unnamed.Skip(at + 1).Where(static word => !IsSize(word)).ToList();
        if (shortcode.HasCommas && words.Count > 0)
            words = [.. words.Skip(1).Take(1).Where(static word => char.IsUpper(word[0]) && word.Contains(' ', StringComparison.Ordinal)), words[0]];
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

    private static bool IsSize(string word) =>
        word.Length == 0 || word[0] is '[' or '{' || word[^1] is ']' or '}' || Sizes.IsMatch(word);

    [GeneratedRegex(@"^(?:[\d.x%*]+(?:px|w|vw|em|rem)?|auto|lazy|eager|true|false|null|.*(?:\d(?:vw|px|em|rem)|100%).*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Sizes { get; }
}

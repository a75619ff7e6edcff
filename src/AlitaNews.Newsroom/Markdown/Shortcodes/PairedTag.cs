using AlitaNews.Newsroom.Markdown.Attributes;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>Pairs of tags that themes of several generators share, and that have a form of ours: a box, a fold, a quotation.</summary>
internal static class PairedTag
{
    // Six: a block of ours, with three, can stand within.
    private const string Fence = "::::::";
    private static readonly HashSet<string> Folds = ["details", "expand", "collapse", "spoiler"];
    private static readonly HashSet<string> Boxes = ["notice", "admonition", "callout", "alert", "note", "tip", "info", "warning", "hint", "danger", "important", "aside"];

    /// <summary>What stands for the opening tag and for the closing one, or null for a tag that means nothing to us.</summary>
    /// <param name="name">The name, lower case.</param>
    /// <param name="arguments">What stands behind it.</param>
    public static (string Open, string Close)? Find(string name, string arguments)
    {
        if (name is "blockquote")
            return ("\n<blockquote>\n\n", $"\n\n{Attribution(arguments)}</blockquote>\n\n");
        if (name is "quote" or "pullquote" or "epigraph")
            return ("\n<blockquote>\n\n", $"\n\n{Credit(ShortcodeArguments.Read(arguments))}</blockquote>\n\n");
        if (Folds.Contains(name))
        {
            var title = Named(ShortcodeArguments.Read(arguments), "summary", "title", "text") ?? (arguments is ['"' or '\'', ..] ? ShortcodeArguments.Read(arguments)[0].Key : arguments);
            return ($"<details><summary>{HtmlText.Escape(title.Length == 0 ? "Details" : title)}</summary>\n\n", "\n\n</details>\n\n");
        }

        if (!Boxes.Contains(name))
            return null;
        var items = ShortcodeArguments.Read(arguments);
        var words = items.Where(static item => item.Value is null).Select(static item => item.Key).ToList();
        var kind = Named(items, "type", "kind", "style") ?? (words.Count > 0 && Kind(words[0]) is not null ? words[0] : name);
        var heading = Named(items, "title", "header") ?? string.Join(' ', words.Where(word => word != kind && !word.StartsWith("no-", StringComparison.Ordinal)));
        return ($"\n{Fence}{Kind(kind) ?? "note"} {heading.ReplaceLineEndings(" ")}\n", $"\n{Fence}\n");
    }

    /// <summary>The lines of a pair whose text stands in an argument, <c>note(text="…")</c>; null for any other tag.</summary>
    public static string? FindWithText(string name, string arguments) =>
        Named(ShortcodeArguments.Read(arguments), "text", "content", "body") is { } text && !Folds.Contains(name) && Find(name, arguments) is var (open, close) ? open + text + close : null;

    /// <summary>Lines that take the place of a tag, as far in as it stood: it may belong to an item of a list.</summary>
    public static string InItsLine(string text, int start, string lines)
    {
        var line = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var before = text.AsSpan(line, start - line);
        var indent = before[..^before.TrimStart(' ').Length];
        return (indent.Length == before.Length && lines is ['\n', ..] ? lines[1..] : lines).Replace("\n", "\n" + indent.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What takes the place of a tag that has a line for itself: a line of dashes below it is a rule, and makes no heading of it.</summary>
    public static string ApartFromNext(string text, int start, int end, string replacement)
    {
        var line = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var isUnderlined = text.AsSpan(line, start - line).IsWhiteSpace() && end + 1 < text.Length && text[end] == '\n' && (text[end + 1] is '-' or '=');
        return isUnderlined ? replacement + "\n" : replacement;
    }

    private static string? Kind(string word) => word.ToLowerInvariant() switch
    {
        "note" or "info" or "default" or "primary" => "note",
        "tip" or "hint" or "success" => "tip",
        "warning" or "warn" => "warning",
        "danger" or "error" or "caution" => "caution",
        "important" => "important",
        _ => null,
    };

    // Octopress and Hexo: the author, a comma, the work, its address and the words of the link.
    private static string Attribution(string arguments)
    {
        var words = string.Join(' ', arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => !word.StartsWith("http", StringComparison.Ordinal)));
        return words.Length == 0 ? "" : $"<p>– {HtmlText.Escape(words)}</p>\n";
    }

    // Zola's themes: who said it, where, and the address of that; Markdown.
    private static string Credit(IReadOnlyList<WrittenAttribute> items)
    {
        var words = string.Join(", ", new[] { Named(items, "author", "name"), Named(items, "cite", "source", "title", "position") }.OfType<string>());
        if (words.Length == 0)
            return "";
        var address = Named(items, "url", "href", "link");
        return address is null || words.Contains('[', StringComparison.Ordinal) ? $"– {words}\n\n" : $"– [{words}](<{address.Trim('<', '>')}>)\n\n";
    }

    private static string? Named(IReadOnlyList<WrittenAttribute> items, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (items.FirstOrDefault(item => item.Value is not null && item.Key == key).Value is { Length: > 0 } value)
                return value;
        }

        return null;
    }
}

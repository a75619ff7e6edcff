using AlitaNews.Newsroom.Markdown.Attributes;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>A shortcode of another generator that we understand.</summary>
/// <param name="Name">Its name, lower case.</param>
/// <param name="Items">Its arguments; one without a name has a key and no value.</param>
internal sealed record Shortcode(string Name, IReadOnlyList<WrittenAttribute> Items)
{
    private static readonly HashSet<string> Recordings = new(StringComparer.OrdinalIgnoreCase) { ".mp4", ".webm", ".ogv", ".mov", ".m4v", ".mp3", ".ogg", ".oga", ".m4a", ".wav", ".flac", ".opus" };

    /// <summary>Whether commas stood between the arguments, as in Nunjucks.</summary>
    public bool HasCommas { get; init; }

    /// <summary>The value of a named argument, or null.</summary>
    public string? Find(string key)
    {
        foreach (var item in Items)
        {
            if (item.Value is not null && string.Equals(item.Key, key, StringComparison.OrdinalIgnoreCase))
                return item.Value;
        }

        return null;
    }

    /// <summary>The first argument without a name, or null.</summary>
    public string? First
    {
        get
        {
            foreach (var item in Items)
            {
                if (item.Value is null)
                    return item.Key;
            }

            return null;
        }
    }

    /// <summary>One by its name and what stands behind it.</summary>
    public static Shortcode Of(string name, string arguments)
    {
        var items = ShortcodeArguments.Read(arguments.TrimEnd('/'));
        return new Shortcode(name, items) { HasCommas = items.Count > 1 && items[0].Value is null && HasComma(arguments, items[0].Key) };
    }

    /// <summary>A link to the film or the sound that a shortcode names: nobody else's player is loaded. Null where it names none.</summary>
    public static string? FindRecording(string arguments)
    {
        var items = ShortcodeArguments.Read(arguments.TrimEnd('/'));
        var file = items.Select(static item => item.Value ?? item.Key).FirstOrDefault(static word => Recordings.Contains(Path.GetExtension(word)) && word.AsSpan().IndexOfAny("<>\n") < 0);
        if (file is null)
            return null;
        var words = items.FirstOrDefault(static item => item is { Key: "title" or "caption" or "alt", Value.Length: > 0 }).Value ?? ContentLayout.FileName(file);
        return $"[{words.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).ReplaceLineEndings(" ")}](<{file}>)";
    }

    private static bool HasComma(string arguments, string first) => arguments.AsSpan(arguments.IndexOf(first, StringComparison.Ordinal) + first.Length).TrimStart("\"'` ") is [',', ..];

    /// <summary>A shortcode of a site's own that names the file of a picture shows that picture; null for any other.</summary>
    public static Shortcode? Picture(string arguments)
    {
        var items = ShortcodeArguments.Read(arguments.TrimEnd('/'));
        return items.Any(static item => ContentLayout.IsPicture(item.Value ?? item.Key)) ? Of("img", arguments) : null;
    }
}

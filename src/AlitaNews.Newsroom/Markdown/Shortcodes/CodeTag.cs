namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>Pairs of Hugo tags between which a listing stands, template code included: it is shown, not run.</summary>
internal static class CodeTag
{
    private static readonly HashSet<string> Names = ["highlight", "code", "code-toggle", "codeblock", "sourcecode", "terminal", "console", "output", "mermaid"];

    /// <summary>Whether a name, lower case, is that of such a tag.</summary>
    public static bool IsOne(string name) => Names.Contains(name);

    /// <summary>Where the last opening tag of a name begins between the end of another and the closing one, or null.</summary>
    public static int? LastOpening(string text, string name, int start, int end)
    {
        var between = text.AsSpan(start, end - start);
        var last = -1;
        foreach (var opening in (ReadOnlySpan<string>)["{{< " + name + " ", "{{% " + name + " ", "{{<" + name + " ", "{{< " + name + ">", "{{<" + name + ">"])
            last = Math.Max(last, between.LastIndexOf(opening, StringComparison.OrdinalIgnoreCase));
        return last < 0 ? null : start + last;
    }

    /// <summary>The language of the listing, as the word behind a code fence.</summary>
    public static string Language(string name, string arguments)
    {
        if (name == "highlight")
            return arguments;
        if (name == "mermaid")
            return name;
        var items = ShortcodeArguments.Read(arguments);
        var language = items.FirstOrDefault(static item => item.Key is "lang" or "language" && item.Value is not null).Value
            ?? Path.GetExtension(items.FirstOrDefault(static item => item.Key is "file" or "filename" && item.Value is not null).Value ?? "").TrimStart('.');
        return language.All(char.IsAsciiLetterOrDigit) ? language : "";
    }
}

using System.Buffers;
using AlitaNews.Newsroom.Diagnostics;
using YamlDotNet.Core;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>Says in plain English what the YAML library complains about.</summary>
internal static class YamlErrorText
{
    /// <summary>What is said of a key without a blank behind its colon.</summary>
    public const string TightColon = "a blank is missing behind the colon of this key";

    /// <summary>What to do about it.</summary>
    public const string TightColonHint = "write \"key: value\"";

    private const string QuoteHint = "put the value in quotes";
    private const string Unknown = "the front matter cannot be read from here on";
    private const string BreaksOff = "the front matter breaks off here: a \"key: value\" was expected";

    private static readonly SearchValues<char> KeyLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");

    // Searched in order for a part of the library's sentence.
    private static readonly (string Part, string Message, string? Hint)[] Known =
    [
        ("invalid mapping", "a colon followed by a space stands inside an unquoted value, or the line is indented too far", QuoteHint),
        ("Mapping values are not allowed", "a colon followed by a space stands where no key can be", QuoteHint),
        ("wrong indentation", "the quoted value that begins here is not closed on its line, and the next is not indented", "close the quote, or indent the lines it runs on"),
        ("unexpected end of stream", "a quoted value that begins here is never closed", "close the quote"),
        ("unknown escape", "the quoted value has a backslash that means nothing", "write two backslashes, or use single quotes"),
        ("cannot start any token", "a value cannot begin with this character", QuoteHint),
        ("Block sequence entries", "a list must begin on a line of its own", null),
        ("could not find expected ':'", "the line before has no \"key: value\"", null),
        ("expected key", BreaksOff, "check the quotes and the indentation"),
        ("expected '-'", "a list item was expected here", "begin the line with a dash, or indent it further"),
        ("expected ','", "a comma or a closing bracket was expected here", "close the bracket"),
        ("expected node content", "a value was expected here", QuoteHint),
        ("directive", "a line cannot begin with % here", QuoteHint),
    ];

    /// <summary>What to say of an exception, and at which offset of the text.</summary>
    public static (int At, DiagnosticRule Rule, string Message, string? Hint) Of(YamlException e, string yaml)
    {
        var at = (int)Math.Min(e.Start.Index, yaml.Length);
        if (FindIndentingTab(yaml, at, lines: 3) is >= 0 and var tab)
            return Tab(tab);
        if (FindTightColon(yaml, at) is >= 0 and var key)
            return (key, DiagnosticCatalogue.UnreadableFrontMatter, TightColon, TightColonHint);
        var (message, hint, rule) = Say(e, yaml);
        if (message == Unknown && FindIndentingTab(yaml, 0, int.MaxValue) is >= 0 and var anywhere)
            return Tab(anywhere);
        if (e.Message.Contains("invalid mapping", StringComparison.OrdinalIgnoreCase) && IsIndentedKey(yaml, at))
            return (at, rule, "this line is indented too far for a key of its own, and as a part of the value above it may not hold a colon", "indent it like the keys beside it, or put the whole value in quotes");
        return message == BreaksOff && BreaksOffBehind(yaml, at) is { } what
            ? (at, rule, $"text stands behind {what}", "put the whole value in quotes, and write a quote within it twice or as \\\"")
            : (at, rule, message, hint);
    }

    private static (string Message, string? Hint, DiagnosticRule Rule) Say(YamlException e, string yaml)
    {
        if (e.Message.Contains("anchor", StringComparison.OrdinalIgnoreCase))
            return ("a value cannot begin with & or *: anchors and aliases are not allowed", QuoteHint, DiagnosticCatalogue.AnchorOrTag);
        if (StartsWith(e, yaml, '!'))
            return ("a value may not begin with a ! tag", QuoteHint, DiagnosticCatalogue.AnchorOrTag);
        foreach (var (part, message, hint) in Known)
        {
            if (e.Message.Contains(part, StringComparison.OrdinalIgnoreCase))
                return (message, hint, DiagnosticCatalogue.UnreadableFrontMatter);
        }

        return (Unknown, "check the quotes and the indentation", DiagnosticCatalogue.UnreadableFrontMatter);
    }

    private static (int At, DiagnosticRule Rule, string Message, string? Hint) Tab(int at) =>
        (at, DiagnosticCatalogue.UnreadableFrontMatter, "a tab is used to indent", "indent with spaces");

    private static bool IsIndentedKey(string yaml, int colon)
    {
        var line = yaml.AsSpan(LineStart(yaml, colon)..colon);
        return line is [' ', ..] && !line.TrimStart(' ').ContainsAnyExcept(KeyLetters);
    }

    /// <summary>The first of the lines up to an offset that would each be a key, were there a blank behind its colon; -1 where there is none.</summary>
    /// <remarks>"title:A film" is no key to YAML; it runs on into the next line, whose colon the library complains of.</remarks>
    public static int FindTightColon(string yaml, int at)
    {
        var line = LineStart(yaml, at);
        var found = IsTight(yaml, line) ? line : -1;
        while (line > 0 && IsTight(yaml, LineStart(yaml, line - 1)))
            found = line = LineStart(yaml, line - 1);
        return found;
    }

    private static bool IsTight(string yaml, int line)
    {
        var text = yaml.AsSpan(line);
        text = text[..(text.IndexOf('\n') is >= 0 and var end ? end : text.Length)];
        var colon = text.IndexOf(':');
        return colon > 0 && !text[..colon].ContainsAnyExcept(KeyLetters) && colon + 1 < text.Length && !char.IsWhiteSpace(text[colon + 1]) && text[colon + 1] != '/';
    }

    // What an editor took for a part of the value: [Exclusive] A film, "Alita" returns, 'It's a film'.
    private static string? BreaksOffBehind(string yaml, int at)
    {
        var line = yaml.AsSpan(LineStart(yaml, at)..at).TrimEnd();
        return line is [.., '"' or '\''] ? "the closing quote" : line is [.., ']' or '}'] ? "the closing bracket" : null;
    }

    private static int LineStart(string yaml, int at) => at == 0 ? 0 : yaml.LastIndexOf('\n', at - 1) + 1;

    // The library stumbles over a tab in many ways, and where the line before begins. It counts if it stands on that line or the two below.
    private static int FindIndentingTab(string yaml, int from, int lines)
    {
        var line = LineStart(yaml, from);
        for (var i = 0; i < lines && line < yaml.Length; i++)
        {
            var at = line;
            while (at < yaml.Length && yaml[at] == ' ')
                at++;
            if (at < yaml.Length && yaml[at] == '\t' && !yaml.AsSpan(at).TrimStart("\t ").StartsWith("\n"))
                return at;
            line = yaml.IndexOf('\n', line) + 1;
            if (line == 0)
                break;
        }

        return -1;
    }

    private static bool StartsWith(YamlException e, string yaml, char c) => e.Start.Index < yaml.Length && yaml[(int)e.Start.Index] == c;
}

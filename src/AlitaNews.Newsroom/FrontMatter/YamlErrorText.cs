using AlitaNews.Newsroom.Diagnostics;
using YamlDotNet.Core;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>Says in plain English what the YAML library complains about.</summary>
internal static class YamlErrorText
{
    private const string QuoteHint = "put the value in quotes";

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
        ("expected key", "the front matter breaks off here: a \"key: value\" was expected", "check the quotes and the indentation"),
        ("expected '-'", "a list item was expected here", "begin the line with a dash, or indent it further"),
        ("expected ','", "a comma or a closing bracket was expected here", "close the bracket"),
        ("expected node content", "a value was expected here", QuoteHint),
        ("directive", "a line cannot begin with % here", QuoteHint),
    ];

    /// <summary>What to say of an exception, and at which offset of the text.</summary>
    public static (int At, DiagnosticRule Rule, string Message, string? Hint) Of(YamlException e, string yaml)
    {
        var at = (int)Math.Min(e.Start.Index, yaml.Length);
        if (FindIndentingTab(yaml, at) is >= 0 and var tab)
            return (tab, DiagnosticCatalogue.UnreadableFrontMatter, "a tab is used to indent", "indent with spaces");
        var (message, hint, rule) = Say(e, yaml);
        return (at, rule, message, hint);
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

        return ("the front matter cannot be read from here on", "check the quotes and the indentation", DiagnosticCatalogue.UnreadableFrontMatter);
    }

    // The library stumbles over a tab in many ways, and where the line before begins. It counts if it stands on that line or the two below.
    private static int FindIndentingTab(string yaml, int from)
    {
        var line = from == 0 ? 0 : yaml.LastIndexOf('\n', from - 1) + 1;
        for (var i = 0; i < 3 && line < yaml.Length; i++)
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

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
        ("tab character", "a tab is used to indent", "indent with spaces"),
        ("wrong indentation", "the continuation of a quoted value must be indented", "indent the line by two spaces"),
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

    public static (string Message, string? Hint, DiagnosticRule Rule) Of(YamlException e, string yaml)
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

    private static bool StartsWith(YamlException e, string yaml, char c) => e.Start.Index < yaml.Length && yaml[(int)e.Start.Index] == c;
}

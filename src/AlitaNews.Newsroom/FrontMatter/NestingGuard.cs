using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>Finds nesting that could bring a parser down, without one (TOML and JSON; YAML stops by itself while it is read).</summary>
internal static class NestingGuard
{
    /// <summary>The offset of the first bracket that goes too deep, or -1.</summary>
    public static int FindTooDeep(string text, bool hashComments)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '[' or '{':
                    if (++depth > TextLimits.FrontMatterDepth)
                        return i;
                    break;
                case ']' or '}':
                    depth--;
                    break;
                case '#' when hashComments:
                    i = EndOfLine(text, i);
                    break;
                case '"':
                    i = EndOfQuoted(text, i);
                    break;
                case '\'' when hashComments:
                    i = EndOfQuoted(text, i);
                    break;
            }
        }

        return -1;
    }

    public static FrontMatterFinding Finding(int at) => new(
        DiagnosticCatalogue.LimitExceeded,
        TextSpan.At(at),
        $"lists and maps are nested more than {TextLimits.FrontMatterDepth} deep");

    private static int EndOfLine(string text, int from)
    {
        var end = text.IndexOf('\n', from);
        return end < 0 ? text.Length : end;
    }

    // The offset of the last character of a quoted text; TOML's triple quotes may run over lines, the others end with theirs.
    private static int EndOfQuoted(string text, int open)
    {
        var quote = text[open];
        var triple = string.CompareOrdinal(text, open, new string(quote, 3), 0, 3) == 0;
        for (var i = open + (triple ? 3 : 1); i < text.Length; i++)
        {
            if (text[i] == '\\' && quote == '"')
                i++;
            else if (text[i] == quote && !triple)
                return i;
            else if (text[i] == quote && string.CompareOrdinal(text, i, new string(quote, 3), 0, 3) == 0)
                return i + 2;
            else if (text[i] == '\n' && !triple)
                return i;
        }

        return text.Length;
    }
}

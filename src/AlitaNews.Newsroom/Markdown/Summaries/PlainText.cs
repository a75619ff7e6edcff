using System.Net;
using System.Text;

namespace AlitaNews.Newsroom.Markdown.Summaries;

/// <summary>
/// The words of finished HTML. Signs that make no words are blanks: a search index takes quadratic time over runs of them, and readers of a
/// snippet miss nothing.
/// </summary>
public static class PlainText
{
    /// <summary>The words of finished HTML: no spoilers, no code blocks, no markers.</summary>
    public static string Of(ReadOnlySpan<char> html)
    {
        var text = new StringBuilder(html.Length);
        var spoilers = 0;
        string? skipped = null;
        while (!html.IsEmpty)
        {
            var next = html.IndexOfAny('<', BodyMarkup.Start);
            if (next != 0)
            {
                if (spoilers == 0 && skipped is null)
                    Append(text, next < 0 ? html : html[..next]);
                if (next < 0)
                    break;
                html = html[next..];
            }

            var end = html.IndexOf(html[0] == '<' ? '>' : BodyMarkup.End);
            if (end < 0)
                break;
            var inside = html[1..end];
            if (html[0] != '<')
                spoilers += MarkerStep(inside);
            else if (skipped is null)
                skipped = SkippedUntil(inside);
            else if (inside.SequenceEqual(skipped))
                skipped = null;
            if (!IsWithinWord(html[0], inside))
                Space(text);
            html = html[(end + 1)..];
        }

        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        return text.ToString();
    }

    /// <summary>The number of words.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var range in text.Split(' '))
        {
            if (text[range].IndexOfAnyInRange('0', '\uFFFF') >= 0)
                words++;
        }

        return words;
    }

    private static int MarkerStep(ReadOnlySpan<char> inside) => inside switch
    {
        BodyMarkup.Spoiler => 1,
        "/" + BodyMarkup.Spoiler => -1,
        _ => 0,
    };

    /// <summary>The closing tag that ends what is no prose: code, facades, the numbers of footnotes.</summary>
    private static string? SkippedUntil(ReadOnlySpan<char> tag)
    {
        if (tag is "pre")
            return "/pre";
        if (tag.StartsWith("aside class=\"embed\""))
            return "/aside";
        if (tag is "sup class=\"footnote-ref\"")
            return "/sup";
        return tag.StartsWith("a class=\"footnote-back\"") ? "/a" : null;
    }

    private static bool IsWithinWord(char kind, ReadOnlySpan<char> inside)
    {
        if (kind != '<')
            return !(inside is BodyMarkup.Ad or BodyMarkup.Figure);
        var name = inside.TrimStart('/');
        var end = name.IndexOf(' ');
        return (end < 0 ? name : name[..end]) is "em" or "strong" or "a" or "b" or "i" or "code" or "mark" or "del" or "sup" or "sub" or "span" or "abbr" or "kbd";
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> run)
    {
        var words = run.Contains('&') ? WebUtility.HtmlDecode(run.ToString()).AsSpan() : run;
        foreach (var c in words)
        {
            if (char.IsWhiteSpace(c) || IsNoise(c))
                Space(text);
            else if (c is '.' or '-' or '#' or '+' && text.Length > 1 && text[^1] == c && text[^2] == c)
                continue;
            else
                text.Append(c);
        }
    }

    private static bool IsNoise(char c) => c is '<' or '>' or '\\' or '/' or '|' or '~' or '_' or '^' or '`' or '*' or '=' or '{' or '}' or '[' or ']';

    private static void Space(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
            text.Append(' ');
    }
}

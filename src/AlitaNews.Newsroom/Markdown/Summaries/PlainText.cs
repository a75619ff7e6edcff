using System.Buffers;
using System.Net;

namespace AlitaNews.Newsroom.Markdown.Summaries;

/// <summary>
/// The words of finished HTML. Signs that make no words are blanks: a search index takes quadratic time over runs of them, and readers of a
/// snippet miss nothing.
/// </summary>
public static class PlainText
{
    private static readonly SearchValues<char> Noise = SearchValues.Create("<>\\/|~_^`*={}[]");

    /// <summary>The words of finished HTML: no spoilers, no code blocks, no markers.</summary>
    public static string Of(ReadOnlySpan<char> html)
    {
        // Words never outgrow the HTML they are taken from, so one buffer serves.
        var buffer = ArrayPool<char>.Shared.Rent(html.Length + 1);
        try
        {
            return new string(buffer, 0, Fill(buffer, html));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
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

    private static int Fill(char[] text, ReadOnlySpan<char> html)
    {
        var length = 0;
        var spoilers = 0;
        string? skipped = null;
        while (!html.IsEmpty)
        {
            var next = html.IndexOfAny('<', BodyMarkup.Start);
            if (next != 0)
            {
                if (spoilers == 0 && skipped is null)
                    Append(text, ref length, next < 0 ? html : html[..next]);
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
                Space(text, ref length);
            html = html[(end + 1)..];
        }

        return length > 0 && text[length - 1] == ' ' ? length - 1 : length;
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

    private static void Append(char[] text, ref int length, ReadOnlySpan<char> run)
    {
        var words = run.Contains('&') ? WebUtility.HtmlDecode(run.ToString()).AsSpan() : run;
        foreach (var c in words)
        {
            if (char.IsAsciiLetterOrDigit(c))
                text[length++] = c;
            else if (char.IsWhiteSpace(c) || Noise.Contains(c))
                Space(text, ref length);
            else if (!(c is '.' or '-' or '#' or '+' && length > 1 && text[length - 1] == c && text[length - 2] == c))
                text[length++] = c;
        }
    }

    private static void Space(char[] text, ref int length)
    {
        if (length > 0 && text[length - 1] != ' ')
            text[length++] = ' ';
    }
}

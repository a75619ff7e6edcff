using System.Buffers;
using System.Text;
using AlitaNews.Newsroom.Markdown.Guards;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>The one encoder of text for HTML, in elements and in quoted attributes alike.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'" + HiddenCharacters.Signs);

    /// <summary>Appends text, escaped.</summary>
    public static void Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var next = text.IndexOfAny(Special);
            if (next < 0)
            {
                html.Append(text);
                return;
            }

            html.Append(text[..next]).Append(text[next] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",

                // What an entity stood for, or a placeholder that ended up in text: nothing but our own markers may look like a marker.
                _ => "",
            });
            text = text[(next + 1)..];
        }
    }

    /// <summary>Text, escaped.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
            return text;
        var html = new StringBuilder(text.Length + 16);
        Append(html, text);
        return html.ToString();
    }
}

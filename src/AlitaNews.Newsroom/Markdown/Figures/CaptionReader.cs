using System.Buffers;

namespace AlitaNews.Newsroom.Markdown.Figures;

/// <summary>Captions are inline Markdown.</summary>
internal static class CaptionReader
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_`[]<>&\\~=|{:!\n\u0002");

    /// <summary>A caption as safe HTML.</summary>
    /// <param name="context">The body it stands in.</param>
    /// <param name="caption">Its text.</param>
    /// <param name="start">Where that begins at the earliest, in the prepared text.</param>
    /// <param name="end">Where it ends at the latest.</param>
    public static string Read(BodyContext context, string caption, int start, int end)
    {
        var text = caption.Trim();
        return text.AsSpan().IndexOfAny(Marks) < 0 && !text.Contains("www.", StringComparison.OrdinalIgnoreCase)
            ? HtmlText.Escape(text)
            : NewsMarkdown.WriteInline(context.ForInline(context.Text.Within(start, end, text)));
    }
}

using System.Buffers;

namespace AlitaNews.Newsroom.Markdown.Figures;

/// <summary>Captions are inline Markdown.</summary>
internal static class CaptionReader
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_`[]<>&\\~=|{:!\n\u0002");

    /// <summary>A caption as safe HTML.</summary>
    public static string Read(BodyContext context, string caption, int fileOffset)
    {
        var text = caption.Trim();
        return text.AsSpan().IndexOfAny(Marks) < 0 && !text.Contains("www.", StringComparison.OrdinalIgnoreCase)
            ? HtmlText.Escape(text)
            : NewsMarkdown.WriteInline(context.ForInline(text, fileOffset));
    }
}

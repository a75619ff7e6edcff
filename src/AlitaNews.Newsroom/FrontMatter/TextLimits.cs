using System.Text;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>The limits of <c>content.md</c>, section 3, checked before any parser sees the text.</summary>
public static class TextLimits
{
    /// <summary>The most bytes of a file.</summary>
    public const int FileBytes = 4 * 1024 * 1024;

    /// <summary>The most bytes of front matter.</summary>
    public const int FrontMatterBytes = 64 * 1024;

    /// <summary>The most bytes of a line.</summary>
    public const int LineBytes = 64 * 1024;

    /// <summary>The deepest nesting of lists and maps in front matter, the outermost map included.</summary>
    public const int FrontMatterDepth = 20;

    /// <summary>Reports a file or line that is too large, and characters no text has.</summary>
    /// <returns>Whether the file may be parsed.</returns>
    public static bool Check(SourceFile file, DiagnosticBag bag)
    {
        var text = file.Text;
        if (IsOver(text, FileBytes))
        {
            bag.Add(DiagnosticCatalogue.LimitExceeded, TextSpan.FileStart, "the file is larger than 4 MiB");
            return false;
        }

        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            bag.Add(DiagnosticCatalogue.NotText, TextSpan.At(nul), "the file holds a NUL character: it is not text, or was not saved completely");
            return false;
        }

        if (text.Length <= LineBytes / 3)
            return true;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (IsOver(text.AsSpan(start, end - start), LineBytes))
            {
                bag.Add(DiagnosticCatalogue.LimitExceeded, TextSpan.At(start), "the line is longer than 64 KiB", "break the line");
                return false;
            }

            start = end + 1;
        }

        return true;
    }

    /// <summary>Whether a text takes more than so many bytes of UTF-8.</summary>
    internal static bool IsOver(ReadOnlySpan<char> text, int bytes) =>
        text.Length > bytes || (text.Length > bytes / 3 && Encoding.UTF8.GetByteCount(text) > bytes);
}

using System.Buffers;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Summaries;

/// <summary>The founding story's last paragraph, <c>Verification: 0b7d…</c>.</summary>
internal static class VerificationLine
{
    private const string Lead = "Verification:";
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private const int FewestDigits = 8;
    private const int MostDigits = 128;

    /// <summary>Takes the token of a last paragraph; the paragraph is not written then.</summary>
    public static bool TryLift(BodyContext context, ContainerBlock container, int index)
    {
        var paragraph = (ParagraphBlock)container[index];
        if (container is not MarkdownDocument
            || paragraph.Span.Length > Lead.Length + MostDigits + 8
            || context.Verification is not null
            || !IsLast(container, index)
            || InlineText.Of(paragraph.Inline) is not { } text
            || !text.StartsWith(Lead, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var token = text.AsSpan(Lead.Length).Trim();
        if (token.Length is < FewestDigits or > MostDigits || token.ContainsAnyExcept(HexDigits))
            return false;
        context.Verification = token.ToString();
        return true;
    }

    private static bool IsLast(ContainerBlock container, int index)
    {
        for (var i = index + 1; i < container.Count; i++)
        {
            if (container[i] is not (FootnoteGroup or LinkReferenceDefinitionGroup))
                return false;
        }

        return true;
    }
}

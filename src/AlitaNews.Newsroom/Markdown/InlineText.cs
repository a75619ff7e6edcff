using System.Text;
using AlitaNews.Newsroom.Markdown.Guards;
using Markdig.Extensions.Abbreviations;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>The words of inlines, without marks.</summary>
internal static class InlineText
{
    /// <summary>The words of a container, spoilers included, white space folded.</summary>
    public static string Of(ContainerInline? container)
    {
        if (container is null)
            return "";
        if (container.FirstChild is LiteralInline { NextSibling: null } only)
            return only.Content.ToString().Trim();
        var text = new StringBuilder();

        // Iterative: inlines may nest deeper than the stack bears.
        var open = new Stack<Inline>();
        if (container.FirstChild is not null)
            open.Push(container.FirstChild);
        while (open.TryPop(out var inline))
        {
            if (inline.NextSibling is { } next)
                open.Push(next);
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.ContentSpan); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case HtmlEntityInline entity: text.Append(HiddenCharacters.Strip(entity.Transcoded.ToString())); break;
                case AbbreviationInline abbreviation: text.Append(abbreviation.Abbreviation.Label); break;
                case LineBreakInline: text.Append(' '); break;
                case EmphasisDelimiterInline delimiter: text.Append(delimiter.ToLiteral()); break;
            }

            if (inline is ContainerInline { FirstChild: { } child })
                open.Push(child);
        }

        return text.ToString().Trim();
    }
}

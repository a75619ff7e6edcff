using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Attributes;

/// <summary>Attributes in braces right after a picture, a link or the text of a heading.</summary>
/// <param name="Items">What is written.</param>
/// <param name="Start">The offset of what stands behind the brace.</param>
internal sealed record AttachedAttributes(IReadOnlyList<WrittenAttribute> Items, int Start)
{
    private const string Key = "alita-attributes";

    /// <summary>The attributes of a node, or null.</summary>
    public static AttachedAttributes? Find(MarkdownObject node) => node.GetData(Key) as AttachedAttributes;

    /// <summary>Attaches the attributes to a node.</summary>
    public void AttachTo(MarkdownObject node) => node.SetData(Key, this);
}

/// <summary>
/// Our strict form of <c>{…}</c>: only where it follows something that can have attributes, and only if it reads as a list of them;
/// anything else stays text. kramdown's <c>{: …}</c> is swallowed wherever it stands.
/// </summary>
internal sealed class AttributeInlineParser : InlineParser
{
    private const int LongestList = 2000;
    private const string ContentsKey = "kramdown-contents";

    public AttributeInlineParser() => OpeningCharacters = ['{'];

    /// <inheritdoc />
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.Text.AsSpan(slice.Start, Math.Min(slice.End + 1 - slice.Start, LongestList));
        var close = ClosingBrace(rest);
        if (close < 0)
            return false;
        var inside = rest[1..close];
        if (inside is [':', ..])
        {
            if (!IsKramdown(inside))
                return false;
            if (IsContents(inside))
                processor.Block?.SetData(ContentsKey, true);
            slice.Start += close + 1;
            return true;
        }

        if (FindOwner(processor, slice, rest[(close + 1)..]) is not { } owner || AttributeList.Read(inside) is not { Count: > 0 } items)
            return false;
        new AttachedAttributes(items, processor.GetSourcePosition(slice.Start) + 1).AttachTo(owner);
        slice.Start += close + 1;
        return true;
    }

    /// <summary>Whether a list is what kramdown replaces by a table of contents: one item, of which <c>{:toc}</c> is a part.</summary>
    public static bool IsContents(ListBlock list) =>
        list is [ListItemBlock and [ParagraphBlock paragraph]] && paragraph.GetData(ContentsKey) is not null;

    private static bool IsContents(ReadOnlySpan<char> inside)
    {
        var list = inside.TrimStart(':').Trim();
        return list.StartsWith("toc", StringComparison.OrdinalIgnoreCase) && (list.Length == 3 || list[3] == ' ');
    }

    private static MarkdownObject? FindOwner(InlineProcessor processor, StringSlice slice, ReadOnlySpan<char> behind)
    {
        var before = slice.PeekCharExtra(-1);
        if (processor.Inline is LinkInline link && before is ')' or ']' or '>')
            return processor.Inline as LinkInline;
        return processor.Block is HeadingBlock heading && behind.Trim(" \t#").IsEmpty ? heading : null;
    }

    private static int ClosingBrace(ReadOnlySpan<char> rest)
    {
        var quote = '\0';
        for (var i = 1; i < rest.Length; i++)
        {
            var c = rest[i];
            if (quote != '\0')
            {
                if (c == quote)
                    quote = '\0';
            }
            else if (c is '"')
            {
                quote = c;
            }
            else if (c == '}')
            {
                return i;
            }
            else if (c == '{')
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsKramdown(ReadOnlySpan<char> inside)
    {
        if (inside.StartsWith("::") || inside.StartsWith(":/") || IsContents(inside))
            return true;
        var list = inside.TrimStart(':').Trim();
        return AttributeList.Read(list) is { } items && items.Any(static item => item.Value is not null);
    }
}

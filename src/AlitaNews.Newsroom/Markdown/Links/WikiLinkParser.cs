using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Links;

/// <summary><c>[[name]]</c> and <c>[[name|words]]</c>: a link to the file of that name.</summary>
internal sealed class WikiLinkParser : InlineParser
{
    private const int Longest = 300;

    public WikiLinkParser() => OpeningCharacters = ['['];

    /// <inheritdoc />
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[')
            return false;
        var rest = slice.Text.AsSpan(slice.Start + 2, Math.Max(0, Math.Min(slice.End - slice.Start - 1, Longest)));
        var close = rest.IndexOf("]]");
        if (close <= 0 || rest[..close].ContainsAny('[', ']', '\n'))
            return false;
        var inside = rest[..close].ToString();
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var target = (bar < 0 ? inside : inside[..bar]).Trim();
        if (target.Length == 0)
            return false;
        var words = bar < 0 ? target : inside[(bar + 1)..].Trim();
        var start = slice.Start;
        slice.Start += close + 4;
        var link = new LinkInline(LinkTarget.NameScheme + target, "")
        {
            IsClosed = true,
            Span = new(processor.GetSourcePosition(start, out var line, out var column), processor.GetSourcePosition(slice.Start - 1)),
            Line = line,
            Column = column,
        };
        link.AppendChild(new LiteralInline(words) { IsClosed = true });
        processor.Inline = link;
        return true;
    }
}

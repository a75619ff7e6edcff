using System.Text;
using AlitaNews.Newsroom.Markdown.Safety;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>
/// Writes a tree as HTML. Only what is written here or by the writers it calls reaches a page: a node nobody knows leaves its words.
/// </summary>
internal sealed class BodyWriter(BodyContext context, bool mayHoldRawHtml)
{
    private readonly OwnParts _parts = new();
    private bool _raw;

    /// <summary>What is known and collected.</summary>
    public BodyContext Context { get; } = context;

    /// <summary>The HTML so far.</summary>
    public StringBuilder Html { get; private set; } = new(4096);

    /// <summary>Whether a link is being written; links do not nest.</summary>
    public bool InLink { get; set; }

    /// <summary>Whether paragraphs are written without their element (tight lists, table cells).</summary>
    public bool Tight { get; set; }

    /// <summary>How deep inlines stand in one another.</summary>
    public int InlineDepth { get; set; }

    /// <summary>Writes the blocks of a container.</summary>
    public void WriteBlocks(ContainerBlock container) => BlockWriter.WriteAll(this, container);

    /// <summary>Writes the inlines of a container.</summary>
    public void WriteInlines(ContainerInline? container)
    {
        if (container is not null)
            InlineWriter.WriteAll(this, container.FirstChild);
    }

    /// <summary>Writes text, escaped.</summary>
    public void Text(ReadOnlySpan<char> text) => HtmlText.Append(Html, text);

    /// <summary>Writes the value of an attribute, escaped.</summary>
    public void Attribute(ReadOnlySpan<char> text) => HtmlText.Append(Html, text);

    /// <summary>Notes that what was just written came from raw HTML whose tags may not be balanced.</summary>
    public void MarkRaw() => _raw = true;

    /// <summary>
    /// Writes an element of our own around content. Where a body holds raw HTML, the content is balanced and made safe by itself and the
    /// element is one opaque marker for whatever stands around it: the sanitiser never sees our elements, and no tag of an editor can
    /// close them.
    /// </summary>
    public void Own(string open, Action content, string close)
    {
        if (!mayHoldRawHtml)
        {
            Html.Append(open);
            content();
            Html.Append(close);
            return;
        }

        Html.Append(_parts.Add(open + Capture(content) + close));
    }

    /// <summary>Writes an element of our own without content.</summary>
    public void Own(string html) => Html.Append(mayHoldRawHtml ? _parts.Add(html) : html);

    /// <summary>What an action writes, safe by itself.</summary>
    public string Capture(Action content)
    {
        var (html, raw, tight) = (Html, _raw, Tight);
        (Html, _raw) = (new StringBuilder(), false);
        content();
        var written = _raw ? BodySanitizer.Clean(Html.ToString()) : Html.ToString();
        (Html, _raw, Tight) = (html, raw, tight);
        return written;
    }

    /// <summary>The finished HTML.</summary>
    public string Finish() => _parts.Expand(_raw ? BodySanitizer.Clean(Html.ToString()) : Html.ToString());

    /// <summary>A captured piece, finished.</summary>
    public string Expand(string captured) => _parts.Expand(captured);
}

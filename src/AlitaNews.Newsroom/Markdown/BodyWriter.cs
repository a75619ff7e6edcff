using System.Text;
using AlitaNews.Newsroom.Markdown.Safety;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>
/// Writes a tree as HTML. Only what is written here or by the writers it calls reaches a page: a node nobody knows leaves its words.
/// </summary>
internal sealed class BodyWriter
{
    // The sanitiser takes a tenth of a millisecond for an element, and more where many stand in one: all that raw HTML stands around count, ours too.
    private const int MostSanitised = 20_000;

    private readonly OwnParts _parts = new();
    private readonly bool _mayHoldRawHtml;
    private readonly int _limit;
    private int _sealed;
    private int _sanitised;
    private int _written;
    private bool _raw;

    /// <summary>A writer for one text.</summary>
    public BodyWriter(BodyContext context)
    {
        Context = context;
        Raw = new RawBalance(this);
        var text = context.Text.Text;
        _mayHoldRawHtml = text.Contains('<', StringComparison.Ordinal);

        // One long address may be used a thousand times by three characters each: what is written must stay in proportion to what is read.
        _limit = (int)Math.Min(24_000_000, (40L * text.Length) + 1_000_000);
        Html = new StringBuilder(Math.Min(text.Length + (text.Length / 4) + 16, 1 << 20));
    }

    /// <summary>What is known and collected.</summary>
    public BodyContext Context { get; }

    /// <summary>The HTML so far.</summary>
    public StringBuilder Html { get; private set; }

    /// <summary>The raw tags that stand open.</summary>
    public RawBalance Raw { get; }

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
        if (container?.Parent is null)
        {
            InlineWriter.WriteAll(this, container?.FirstChild);
            return;
        }

        // Within emphasis or a link, raw tags neither outlive it nor close what stands around it.
        var depth = Raw.Enter();
        InlineWriter.WriteAll(this, container.FirstChild);
        Raw.Leave(depth);
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
        if (!_mayHoldRawHtml)
        {
            Html.Append(open);
            content();
            Html.Append(close);
            return;
        }

        _written += open.Length + close.Length;
        Html.Append(_parts.Add(open + Capture(content) + close));
    }

    /// <summary>Writes an element of our own without content.</summary>
    public void Own(string html) => Html.Append(Part(html));

    /// <summary>What stands for an element of our own until all is done.</summary>
    public string Part(string html) => _mayHoldRawHtml ? _parts.Add(html) : html;

    /// <summary>What an action writes, safe by itself.</summary>
    public string Capture(Action content)
    {
        var (html, raw, tight, done) = (Html, _raw, Tight, _sealed);
        (Html, _raw, _sealed) = (new StringBuilder(), false, 0);
        var depth = Raw.Enter();
        content();
        Raw.Leave(depth);
        Seal();
        var written = Html.ToString();
        (Html, _raw, Tight, _sealed) = (html, raw, tight, done);
        _written += written.Length;
        CheckSize();
        return written;
    }

    /// <summary>
    /// Makes safe what was written since the last time. Called between top-level blocks while no raw tag stands open, so that the costly
    /// sanitiser sees only the blocks that hold raw HTML.
    /// </summary>
    public void Seal()
    {
        if (_raw)
        {
            var raw = Html.ToString(_sealed, Html.Length - _sealed);
            _sanitised += raw.AsSpan().Count('<') - raw.AsSpan().Count("</");
            if (_sanitised > MostSanitised)
                throw new OverflowException("A body holds more elements among raw HTML than can be made safe in time.");
            var clean = BodySanitizer.Clean(raw);
            Html.Length = _sealed;
            Html.Append(clean);
            _raw = false;
        }

        _sealed = Html.Length;
    }

    /// <summary>Stops a text that grows beyond measure.</summary>
    public void CheckSize()
    {
        if (_written + Html.Length > _limit)
            throw new OverflowException("The HTML of a body is out of proportion to its text.");
    }

    /// <summary>The finished HTML.</summary>
    public string Finish()
    {
        Raw.Leave(0);
        Seal();
        return _parts.Expand(Html.ToString());
    }

    /// <summary>A captured piece, finished.</summary>
    public string Expand(string captured) => _parts.Expand(captured);
}

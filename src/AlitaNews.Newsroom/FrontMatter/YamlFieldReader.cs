using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>
/// Reads YAML at the level of events, so that no scalar gets a type, nothing is expanded, and nesting stops at our limit:
/// the library's own trees recurse without one.
/// </summary>
internal sealed class YamlFieldReader(string yaml, OffsetMap offsets, List<FrontMatterFinding> findings)
{
    // YAML 1.1 breaks lines at these, editors do not: read as spaces they keep every offset.
    private static readonly System.Buffers.SearchValues<char> ForeignLineBreaks = System.Buffers.SearchValues.Create("\u0085\u2028\u2029");

    // Keys whose value is a sentence or a name.
    private static readonly string[] Sentences =
        ["title", "headline", "short-title", "name", "text", "kicker", "standfirst", "subtitle", "summary", "excerpt", "description", "caption", "alt", "credit", "note", "reason", "test", "quote"];

    private readonly Parser _parser = new(new StringReader(WithoutForeignLineBreaks(yaml)));

    // Where the outermost bracket that is open now stands, or -1.
    private long _openBracket = -1;

    /// <summary>The map, or null if it cannot be read; then the findings say why.</summary>
    public FieldNode? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlException e) when (_openBracket < 0 || !IsEnd(e.Start.Index))
        {
            var (at, rule, message, hint) = YamlErrorText.Of(e, yaml);
            findings.Add(new(rule, TextSpan.At(offsets.ToFile(at)), message, hint));
        }
        catch (Exception)
        {
            // On brackets that are never closed the library complains at the end of the text, or throws something without a position.
            findings.Add(new(
                DiagnosticCatalogue.UnreadableFrontMatter,
                TextSpan.At(offsets.ToFile(Math.Max(0, _openBracket))),
                "the list or map in brackets that begins here is never closed"));
        }

        return null;
    }

    private static string WithoutForeignLineBreaks(string yaml)
    {
        if (!yaml.AsSpan().ContainsAny(ForeignLineBreaks))
            return yaml;
        return yaml.Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');
    }

    private bool IsEnd(long offset) => yaml.AsSpan((int)Math.Min(offset, yaml.Length)).IsWhiteSpace();

    private FieldNode? ReadDocument()
    {
        Next(); // the stream
        if (Next() is StreamEnd)
            return FieldNode.Map([], offsets.ToFile(0, yaml.Length));
        var rootEvent = Next();
        var root = ReadNode(rootEvent, depth: 1);
        if (root is null)
            return null;
        if (root.Kind == FieldKind.Empty)
            root = FieldNode.Map([], root.Span);
        if (root.Kind != FieldKind.Map)
        {
            if (root.Kind == FieldKind.Text && YamlErrorText.FindTightColon(yaml, yaml.TrimEnd().Length) is >= 0 and var key)
                Unreadable(TextSpan.At(offsets.ToFile(key)), YamlErrorText.TightColon, YamlErrorText.TightColonHint);
            else
                Unreadable(root.Span, "this is not a list of keys and values", "write one \"key: value\" a line");
            return null;
        }

        Next(); // the document's end
        if (Next() is not StreamEnd and var next)
        {
            Unreadable(SpanOf(next), "a second document begins here; only one can be read");
            return null;
        }

        return root;
    }

    private ParsingEvent Next()
    {
        _parser.MoveNext();
        return _parser.Current!;
    }

    private FieldNode? ReadNode(ParsingEvent start, int depth)
    {
        RejectAnchorAndTag(start);
        switch (start)
        {
            case Scalar scalar:
                return FieldNode.Scalar(scalar.Value, scalar.Style != ScalarStyle.Plain, SpanOf(scalar));
            case AnchorAlias:
                return FieldNode.Scalar("", quoted: false, SpanOf(start));
            case MappingStart map when depth <= TextLimits.FrontMatterDepth:
                return ReadCollection(map, map.Style == MappingStyle.Flow, depth);
            case SequenceStart list when depth <= TextLimits.FrontMatterDepth:
                return ReadCollection(list, list.Style == SequenceStyle.Flow, depth);
            default:
                findings.Add(new(
                    DiagnosticCatalogue.LimitExceeded,
                    SpanOf(start),
                    $"lists and maps are nested more than {TextLimits.FrontMatterDepth} deep"));
                return null;
        }
    }

    private FieldNode? ReadCollection(NodeEvent start, bool inBrackets, int depth)
    {
        var outermost = inBrackets && _openBracket < 0;
        if (outermost)
            _openBracket = start.Start.Index;
        var node = start is MappingStart ? ReadMap(start, inBrackets, depth) : ReadList(start, inBrackets, depth);
        if (outermost)
            _openBracket = -1;
        return node;
    }

    private FieldNode? ReadMap(NodeEvent start, bool inBrackets, int depth)
    {
        var fields = new FieldListBuilder(findings);
        ParsingEvent next;
        while ((next = Next()) is not MappingEnd)
        {
            RejectAnchorAndTag(next);
            if (next is not (Scalar or AnchorAlias))
            {
                Unreadable(SpanOf(next), "a key must be plain text, not a list or a map", "put the text in quotes");
                return null;
            }

            var key = (next as Scalar)?.Value ?? "";
            var keySpan = SpanOf(next);
            var value = ReadNode(Next(), depth + 1);
            if (value is null)
                return null;
            fields.Add(key, keySpan, value);
            if (!inBrackets && value is { Kind: FieldKind.Text, Quoted: false })
                ReportCut(key, value.Text, _parser.Current!.End.Index);
        }

        return FieldNode.Map(fields.Fields, offsets.ToFile(start.Start.Index, EndOf(next, inBrackets)));
    }

    private FieldNode? ReadList(NodeEvent start, bool inBrackets, int depth)
    {
        var items = new List<FieldNode>();
        ParsingEvent next;
        while ((next = Next()) is not SequenceEnd)
        {
            var item = ReadNode(next, depth + 1);
            if (item is null)
                return null;
            items.Add(item);
        }

        return FieldNode.List(items, offsets.ToFile(start.Start.Index, EndOf(next, inBrackets)));
    }

    // "title: Film #2 is coming" is "Film" to YAML, and nobody who wrote it means that. A comment has a blank behind its #, or stands at no sentence.
    private void ReportCut(string key, string text, long end)
    {
        var rest = yaml.AsSpan((int)Math.Min(end, yaml.Length));
        if (rest is [' ', '#', var next, ..] && char.IsLetterOrDigit(next) && Array.Exists(Sentences, sentence => FieldKey.AreEqual(sentence, key)))
            findings.Add(new(DiagnosticCatalogue.CutAtComment, TextSpan.At(offsets.ToFile(end + 1)), $"a comment begins here: \"{key}\" is \"{text}\" and no more", "put the value in quotes"));
    }

    private void RejectAnchorAndTag(ParsingEvent e)
    {
        if (e is AnchorAlias alias)
        {
            findings.Add(new(
                DiagnosticCatalogue.AnchorOrTag,
                SpanOf(e),
                $"*{alias.Value.Value} refers to another value; that is not allowed here",
                "write the value out, or put it in quotes if it is text"));
        }
        else if (e is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            findings.Add(new(
                DiagnosticCatalogue.AnchorOrTag,
                SpanOf(e),
                $"&{anchored.Anchor.Value} names a value for use elsewhere; that is not allowed here",
                "write the value out, or put it in quotes if it is text"));
        }

        if (e is NodeEvent { Tag.IsEmpty: false })
        {
            findings.Add(new(
                DiagnosticCatalogue.AnchorOrTag,
                SpanOf(e),
                "a value may not begin with a ! tag",
                "leave the tag out, or put the value in quotes if it is text"));
        }
    }

    private void Unreadable(TextSpan at, string message, string? hint = null) =>
        findings.Add(new(DiagnosticCatalogue.UnreadableFrontMatter, at, message, hint));

    private TextSpan SpanOf(ParsingEvent e) => offsets.ToFile(e.Start.Index, e.End.Index);

    // The end of a block is the token behind it: what lies between is white space, and belongs to nobody.
    private long EndOf(ParsingEvent end, bool inBrackets)
    {
        if (inBrackets)
            return end.Start.Index + 1;
        var at = (int)Math.Min(end.End.Index, yaml.Length);
        while (at > 0 && char.IsWhiteSpace(yaml[at - 1]))
            at--;
        return at;
    }
}

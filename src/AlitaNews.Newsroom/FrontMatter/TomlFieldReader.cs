using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>Reads TOML from the library's lossless syntax tree: its model gives scalars types and loses their places.</summary>
internal sealed partial class TomlFieldReader
{
    private readonly string _toml;
    private readonly int _start;
    private readonly List<FrontMatterFinding> _findings;
    private readonly TomlTable _root;

    private TomlFieldReader(string toml, int start, List<FrontMatterFinding> findings)
    {
        _toml = WithShortFractions(toml);
        _start = start;
        _findings = findings;
        _root = new TomlTable(new TextSpan(start, start + toml.Length), findings);
    }

    /// <summary>The map, or null if it cannot be read; then the findings say why.</summary>
    public static FieldNode? Read(string toml, int start, List<FrontMatterFinding> findings)
    {
        var deep = NestingGuard.FindTooDeep(toml, hashComments: true);
        if (deep >= 0)
        {
            findings.Add(NestingGuard.Finding(start + deep));
            return null;
        }

        try
        {
            return new TomlFieldReader(toml, start, findings).ReadDocument();
        }
        catch (Exception)
        {
            // The library is not ours to trust with hostile text: whatever it does, the file has one clear finding.
            findings.Add(new(DiagnosticCatalogue.UnreadableFrontMatter, TextSpan.At(start), "the TOML cannot be read"));
            return null;
        }
    }

    // The library stops at seven digits of a second, Go writes nine. What stands behind moves forward, blanks keep every other place.
    private static string WithShortFractions(string toml) =>
        LongFraction.Replace(toml, static match => match.Groups[1].Value + match.Groups[2].Value + new string(' ', match.Length - match.Groups[1].Length - match.Groups[2].Length));

    [GeneratedRegex("""(\d[T ]\d\d:\d\d:\d\d\.\d{7})\d+(Z|[+-]\d\d:\d\d|)""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LongFraction { get; }

    private FieldNode? ReadDocument()
    {
        var document = SyntaxParser.Parse(_toml, "", validate: false);
        if (document.HasErrors)
        {
            var seen = new HashSet<int>();
            foreach (var message in document.Diagnostics)
            {
                var line = _toml.AsSpan(0, Math.Clamp(message.Span.Start.Offset, 0, _toml.Length)).Count('\n');
                if (seen.Add(line))
                    AddSyntaxError(message);
            }

            return null;
        }

        foreach (var pair in document.KeyValues)
            AddPair(_root, pair, depth: 1);
        foreach (var table in document.Tables)
        {
            if (table.Name is null)
                continue;
            var target = Open(table);
            foreach (var pair in table.Items)
                AddPair(target.Table, pair, target.Depth);
        }

        return _findings.Exists(static f => f.Rule.Blocks) ? null : _root.Freeze();
    }

    private void AddSyntaxError(DiagnosticMessage message)
    {
        var at = _start + Math.Clamp(message.Span.Start.Offset, 0, _toml.Length);
        var unquoted = message.Message.Contains("for a value", StringComparison.Ordinal);
        _findings.Add(new(
            DiagnosticCatalogue.UnreadableFrontMatter,
            TextSpan.At(at),
            unquoted ? "this is not a TOML value" : "the TOML cannot be read here",
            unquoted ? "put text in quotes; write dates as 2023-01-10" : "check quotes, brackets and the = behind each key"));
    }

    private (TomlTable Table, int Depth) Open(TableSyntaxBase table)
    {
        var current = _root;
        var path = Path(table.Name!);
        for (var i = 0; i < path.Count - 1; i++)
            current = current.Child(path[i].Key, path[i].Span, path.Count);
        var (key, span) = path[^1];
        var opened = table is TableArraySyntax ? current.NewItem(key, span) : current.Child(key, span, path.Count);
        return (opened, path.Count + 1);
    }

    private void AddPair(TomlTable table, KeyValueSyntax pair, int depth)
    {
        if (pair.Key is null || pair.Value is null)
            return;
        var path = Path(pair.Key);
        for (var i = 0; i < path.Count - 1; i++)
            table = table.Child(path[i].Key, path[i].Span, depth + path.Count);
        table.Set(path[^1].Key, path[^1].Span, ReadValue(pair.Value, depth + path.Count));
    }

    private FieldNode ReadValue(SyntaxNode value, int depth)
    {
        var span = SpanOf(value);
        switch (value)
        {
            case StringValueSyntax text:
                return FieldNode.Scalar(text.Value ?? "", quoted: true, span);
            case ArraySyntax array:
                var items = new List<FieldNode>();
                foreach (var item in array.Items)
                {
                    if (item.Value is not null)
                        items.Add(ReadValue(item.Value, depth + 1));
                }

                return FieldNode.List(items, span);
            case InlineTableSyntax inline:
                var table = new TomlTable(span, _findings);
                foreach (var item in inline.Items)
                {
                    if (item.KeyValue is not null)
                        AddPair(table, item.KeyValue, depth);
                }

                return table.Freeze();
            default:
                return FieldNode.Scalar(_toml[(span.Start - _start)..(span.End - _start)], quoted: false, span);
        }
    }

    private List<(string Key, TextSpan Span)> Path(KeySyntax key)
    {
        var path = new List<(string, TextSpan)> { (KeyText(key.Key), key.Key is null ? SpanOf(key) : SpanOf(key.Key)) };
        foreach (var part in key.DotKeys)
            path.Add((KeyText(part.Key), part.Key is null ? SpanOf(part) : SpanOf(part.Key)));
        return path;
    }

    private static string KeyText(BareKeyOrStringValueSyntax? key) => key switch
    {
        BareKeySyntax bare => bare.Key?.Text ?? "",
        StringValueSyntax text => text.Value ?? "",
        _ => "",
    };

    private TextSpan SpanOf(SyntaxNode node)
    {
        var from = Math.Clamp(node.Span.Start.Offset, 0, _toml.Length);
        var to = Math.Clamp(node.Span.Start.Offset + node.Span.Length, from, _toml.Length);
        return new TextSpan(_start + from, _start + to);
    }
}

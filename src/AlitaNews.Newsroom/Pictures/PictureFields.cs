using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Pictures;

/// <summary>Reads the keys of a picture from front matter and sidecars.</summary>
public static class PictureFields
{
    /// <summary>Reads the fields of a map.</summary>
    internal static PictureFactsParser Read(IReadOnlyList<Field> fields, ValueReader values)
    {
        var parser = new PictureFactsParser();
        foreach (var field in fields)
        {
            if (values.Line(field.Value, field.Key) is not { } text)
                continue;
            switch (parser.Read(field.Key, text))
            {
                case PictureKeyResult.UnknownValue:
                    values.Report(DiagnosticCatalogue.UnknownValue, field.Value.Span, $"\"{text}\" is no {field.Key} of a picture" + Suggestion.AsQuestion(text.ToLowerInvariant(), PictureFactsParser.ValuesOf(field.Key)), HintFor(field.Key));
                    break;
                case PictureKeyResult.UnknownKey:
                    ReportKey(field, values);
                    break;
                default:
                    if (FieldKey.AreEqual(field.Key, "claim"))
                        values.Refer(FieldReferenceKind.Claim, text, field.Value.Span);
                    break;
            }
        }

        return parser;
    }

    /// <summary>Reads a sidecar, <c>name.jpg.yaml</c>.</summary>
    /// <param name="file">The sidecar.</param>
    /// <param name="bag">Takes the findings.</param>
    /// <param name="references">What it names.</param>
    /// <param name="caption">Its caption, inline Markdown, or null.</param>
    public static PictureFacts ParseSidecar(SourceFile file, DiagnosticBag bag, out IReadOnlyList<FieldReference> references, out MarkdownField? caption)
    {
        var values = new ValueReader(bag, DateReader.Utc);
        var map = FrontMatterReader.ReadData(file, bag);
        var facts = Read(map.Fields, values).Facts;
        references = values.References;
        caption = facts.Caption is { Length: > 0 } words && map.Find("caption") is { } written ? new MarkdownField(words, written.Span) : null;
        return facts;
    }

    private static void ReportKey(Field field, ValueReader values)
    {
        if (Suggestion.Find(field.Key.ToLowerInvariant(), PictureFactsParser.Keys) is { } meant)
            values.Report(DiagnosticCatalogue.ProbableTypo, field.KeySpan, $"\"{field.Key}\" is no key of a picture; did you mean \"{meant}\"?");
        else
            values.Report(DiagnosticCatalogue.UnknownKey, field.KeySpan, $"\"{field.Key}\" is no key of a picture and means nothing here");
    }

    private static string? HintFor(string key) => PictureFactsParser.ValuesOf(key) is { Count: > 0 } words ? "one of " + string.Join(", ", words) : null;
}

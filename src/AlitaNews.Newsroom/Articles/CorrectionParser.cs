using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Reads <c>corrections</c>.</summary>
internal static class CorrectionParser
{
    private static readonly string[] Keys = ["date", "type", "text", "was", "now", "claim"];

    private static readonly Dictionary<string, CorrectionType> Types = new(StringComparer.Ordinal)
    {
        ["correction"] = CorrectionType.Correction,
        ["clarification"] = CorrectionType.Clarification,
        ["update"] = CorrectionType.Update,
        ["editors-note"] = CorrectionType.EditorsNote,
        ["retraction"] = CorrectionType.Retraction,
    };

    /// <summary>The corrections in the order written; one without a date or a text is reported and left out.</summary>
    public static IReadOnlyList<Correction> List(FieldNode? node, ValueReader values)
    {
        if (node is null or { Kind: FieldKind.Empty })
            return [];
        var corrections = new List<Correction>();
        foreach (var item in node.Kind == FieldKind.List ? node.Items : [node])
        {
            if (Parse(item, values) is { } correction)
                corrections.Add(correction);
        }

        return corrections;
    }

    private static Correction? Parse(FieldNode item, ValueReader values)
    {
        if (item.Kind != FieldKind.Map)
        {
            values.Report(DiagnosticCatalogue.BadCorrection, item.Span, "a correction needs at least \"date\" and \"text\"");
            return null;
        }

        values.CheckKeys(item, "a correction", Keys);
        var dateNode = item.Find("date");
        var date = values.Instant(dateNode, "date");
        var text = values.Line(item.Find("text"), "text");
        if (date is null && dateNode is null or { Kind: FieldKind.Empty })
            values.Report(DiagnosticCatalogue.BadCorrection, item.Span, "the correction has no \"date\"");
        if (text is null)
            values.Report(DiagnosticCatalogue.BadCorrection, item.Span, "the correction has no \"text\"");
        if (date is null || text is null)
            return null;
        var claimNode = item.Find("claim");
        var claim = values.Id(claimNode, "claim");
        if (claim is not null)
            values.Refer(FieldReferenceKind.Claim, claim, claimNode!.Span);
        return new Correction(
            date.Value,
            values.Word(item.Find("type"), "type of correction", Types) ?? CorrectionType.Correction,
            text,
            values.Line(item.Find("was"), "was"),
            values.Line(item.Find("now"), "now"),
            claim);
    }
}

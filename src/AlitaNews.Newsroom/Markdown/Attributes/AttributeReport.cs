using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Markdown.Attributes;

/// <summary>Says that an attribute is not used, and why.</summary>
internal static class AttributeReport
{
    /// <summary>Reports an attribute that its owner cannot have.</summary>
    public static void Unknown(
        BodyContext context, AttachedAttributes attributes, WrittenAttribute attribute, string owner, IReadOnlyList<string> known) =>
        context.Report(
            DiagnosticCatalogue.UnknownAttribute,
            attributes.Start + attribute.Offset,
            attribute.Key switch
            {
                "#" => $"{owner} takes no id from here; \"#{attribute.Value}\" is not used",
                "." => $"{owner} takes no class; \".{attribute.Value}\" is not used",
                _ => $"{owner} has no attribute \"{attribute.Key}\"; it is not used" + Suggestion.AsQuestion(attribute.Key.ToLowerInvariant(), known),
            },
            "known here: " + string.Join(", ", known));

    /// <summary>Reports a value that is not in its closed list.</summary>
    public static void UnknownValue(BodyContext context, AttachedAttributes attributes, WrittenAttribute attribute, IReadOnlyList<string> known) =>
        context.Report(
            DiagnosticCatalogue.UnknownValue,
            attributes.Start + attribute.Offset,
            $"\"{attribute.Value}\" is no value of \"{attribute.Key}\"; it counts as not written" + Suggestion.AsQuestion((attribute.Value ?? "").ToLowerInvariant(), known),
            known.Count == 0 ? null : "one of " + string.Join(", ", known));
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.Guards;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>
/// Gives values the types that the schema wants, and says where that fails. A value that cannot be used counts as not written
/// (<c>content.md</c>, section 13). Without a bag it is silent: for values whose findings belong to another file.
/// </summary>
public sealed class ValueReader(DiagnosticBag? bag, DateReader dates)
{
    private readonly List<FieldReference> _references = [];

    /// <summary>What the values read so far name.</summary>
    public IReadOnlyList<FieldReference> References => _references;

    /// <summary>Reports something about a value or key.</summary>
    public void Report(DiagnosticRule rule, TextSpan at, string message, string? hint = null) => bag?.Add(rule, at, message, hint);

    /// <summary>Text, trimmed; null where there is none.</summary>
    public string? Text(FieldNode? node, string key)
    {
        if (node is null or { Kind: FieldKind.Empty })
            return null;
        if (node.Kind != FieldKind.Text)
        {
            Report(DiagnosticCatalogue.WrongType, node.Span, $"\"{key}\" must be text, not {Name(node.Kind)}");
            return null;
        }

        var text = node.Text.Trim();
        if (HiddenCharacters.List(text) is { Count: > 0 } hidden)
        {
            if (hidden.Exists(edit => HiddenCharacters.IsWorthReporting(text, edit)))
                Report(DiagnosticCatalogue.HiddenCharacters, node.Span, $"\"{key}\" has characters that hide or reorder text; they are left out");
            text = HiddenCharacters.Strip(text).Trim();
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>Text on one line: line breaks and runs of blanks become one blank.</summary>
    public string? Line(FieldNode? node, string key)
    {
        var text = Text(node, key);
        return text is not null && text.AsSpan().ContainsAny("\n\t")
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : text;
    }

    /// <summary>Yes or no; null where there is none.</summary>
    public bool? Flag(FieldNode? node, string key)
    {
        if (node is null or { Kind: FieldKind.Empty })
            return null;
        if (FindFlag(node) is { } flag)
            return flag;
        Report(DiagnosticCatalogue.WrongType, node.Span, $"\"{key}\" must be true or false");
        return null;
    }

    /// <summary>Whether a value is a word for yes or no, and which; null for anything else.</summary>
    public static bool? FindFlag(FieldNode node) => node.Kind != FieldKind.Text ? null : node.Text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "off" or "0" => false,
        _ => null,
    };

    /// <summary>A whole number; null where there is none.</summary>
    public int? Number(FieldNode? node, string key)
    {
        if (node is null or { Kind: FieldKind.Empty })
            return null;
        if (node.Kind == FieldKind.Text && int.TryParse(node.Text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Report(DiagnosticCatalogue.WrongType, node.Span, $"\"{key}\" must be a whole number");
        return null;
    }

    /// <summary>A list of texts. A text by itself is split at commas, and at blanks too if asked; or is one item.</summary>
    public IReadOnlyList<string> Texts(FieldNode? node, string key, ListSplit split = ListSplit.Never)
    {
        if (node is null or { Kind: FieldKind.Empty })
            return [];
        if (node.Kind == FieldKind.Text)
            return Text(node, key) is { } text ? Split(text, split) : [];
        if (node.Kind == FieldKind.Map)
        {
            Report(DiagnosticCatalogue.WrongType, node.Span, $"\"{key}\" must be a list, not a map");
            return [];
        }

        var items = new List<string>(node.Items.Count);
        foreach (var item in node.Items)
        {
            if (Text(item, key) is { } text)
                items.Add(text);
        }

        return items;
    }

    /// <summary>The id of an article, claim, source …; null where there is none or it is not one.</summary>
    public string? Id(FieldNode? node, string key)
    {
        if (Text(node, key) is not { } text)
            return null;
        if (Articles.Slug.OfId(text) is { } id)
            return id;
        Report(DiagnosticCatalogue.NotAnId, node!.Span, $"\"{text}\" is not an id", "use letters, digits and hyphens, at most 80 characters");
        return null;
    }

    /// <summary>A list of ids of things elsewhere; each is noted as a reference.</summary>
    public IReadOnlyList<string> Ids(FieldNode? node, string key, FieldReferenceKind kind)
    {
        if (node is null or { Kind: FieldKind.Empty })
            return [];
        var nodes = node.Kind == FieldKind.List ? node.Items : [node];
        var ids = new List<string>(nodes.Count);
        foreach (var item in nodes)
        {
            if (Id(item, key) is not { } id || ids.Contains(id))
                continue;
            ids.Add(id);
            Refer(kind, id, item.Span);
        }

        return ids;
    }

    /// <summary>A list of ids that this file gives away itself: its aliases.</summary>
    public IReadOnlyList<string> IdList(FieldNode? node, string key)
    {
        if (node is null or { Kind: FieldKind.Empty })
            return [];
        var ids = new List<string>();
        foreach (var item in node.Kind == FieldKind.List ? node.Items : [node])
        {
            if (Id(item, key) is { } id && !ids.Contains(id))
                ids.Add(id);
        }

        return ids;
    }

    /// <summary>Notes that a value names something elsewhere.</summary>
    public void Refer(FieldReferenceKind kind, string id, TextSpan at) => _references.Add(new FieldReference(kind, id, at));

    /// <summary>An instant; null where there is none or it cannot be used.</summary>
    /// <param name="node">The value.</param>
    /// <param name="key">Its key.</param>
    /// <param name="blocks">Whether the file cannot be published without it: date, publish, expires.</param>
    /// <param name="endOfDay">Whether a bare date means the end of its day.</param>
    public DateTimeOffset? Instant(FieldNode? node, string key, bool blocks = false, bool endOfDay = false)
    {
        if (blocks && node is { Kind: FieldKind.List or FieldKind.Map })
        {
            Report(DiagnosticCatalogue.BadDate, node.Span, $"\"{key}\" must be a date, not {Name(node.Kind)}");
            return null;
        }

        if (Text(node, key) is not { } text)
            return null;
        var reading = dates.Read(text, endOfDay);
        if (reading.Problem == DateProblem.None)
            return reading.Instant;
        var rule = !blocks ? DiagnosticCatalogue.BadOtherDate : reading.Problem switch
        {
            DateProblem.Ambiguous => DiagnosticCatalogue.AmbiguousTime,
            DateProblem.NonExistent => DiagnosticCatalogue.NonExistentTime,
            _ => DiagnosticCatalogue.BadDate,
        };
        Report(rule, node!.Span, reading.Message, reading.Hint);
        return null;
    }

    /// <summary>A word of a closed list; null where there is none or it is not in the list.</summary>
    public T? Word<T>(FieldNode? node, string key, IReadOnlyDictionary<string, T> words)
        where T : struct =>
        TryWord(node, key, words, out var value) ? value : null;

    /// <summary>A word of a closed list whose values are texts; null where there is none or it is not in the list.</summary>
    public string? Find(FieldNode? node, string key, IReadOnlyDictionary<string, string> words) =>
        TryWord(node, key, words, out var value) ? value : null;

    private bool TryWord<T>(FieldNode? node, string key, IReadOnlyDictionary<string, T> words, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (Text(node, key) is not { } text)
            return false;
        var word = text.ToLowerInvariant();
        if (words.TryGetValue(word, out value) || words.TryGetValue(word.Replace('_', '-').Replace(' ', '-'), out value))
            return true;
        Report(
            DiagnosticCatalogue.UnknownValue,
            node!.Span,
            $"\"{text}\" is no {key}{Suggestion.AsQuestion(word, words.Keys)}",
            $"one of {string.Join(", ", words.Keys)}");
        return false;
    }

    /// <summary>Reports the keys of a map that its schema does not know.</summary>
    /// <param name="map">The map.</param>
    /// <param name="what">What the map describes, for the message: <c>a claim</c>.</param>
    /// <param name="known">The keys it knows.</param>
    public void CheckKeys(FieldNode map, string what, IReadOnlyList<string> known)
    {
        foreach (var field in map.Fields)
        {
            if (IsKnown(field.Key, known))
                continue;
            if (Suggestion.Find(field.Key.ToLowerInvariant(), known) is { } meant)
                Report(DiagnosticCatalogue.ProbableTypo, field.KeySpan, $"\"{field.Key}\" is no key of {what}; did you mean \"{meant}\"?");
            else
                Report(DiagnosticCatalogue.UnknownKey, field.KeySpan, $"\"{field.Key}\" is no key of {what} and means nothing here");
        }
    }

    private static bool IsKnown(string key, IReadOnlyList<string> known)
    {
        foreach (var candidate in known)
        {
            if (FieldKey.AreEqual(key, candidate))
                return true;
        }

        return false;
    }

    private static string[] Split(string text, ListSplit split) => split switch
    {
        ListSplit.Never => [text],
        ListSplit.AtBlanks => text.Split([',', ' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        _ => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

    private static string Name(FieldKind kind) => kind == FieldKind.List ? "a list" : "a map";
}

/// <summary>Where a text that stands for a list is split.</summary>
public enum ListSplit
{
    /// <summary>Nowhere: it is one item.</summary>
    Never,

    /// <summary>At commas.</summary>
    AtCommas,

    /// <summary>At commas and blanks, as Jekyll does.</summary>
    AtBlanks,
}

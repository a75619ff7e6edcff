using System.Globalization;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Claims;

/// <summary>Reads <c>claims</c> of an article (<c>content.md</c>, section 8, "Entry in an article").</summary>
internal static class ClaimEntryParser
{
    private const int MaxTextLength = 160;

    private static readonly string[] Keys =
    [
        "id", "text", "status", "primary", "asof", "due", "grace", "test", "type", "sources", "evidence", "known", "unknown", "likelihood",
        "after", "supersedes", "part-of", "contradicts", "note",
    ];

    private static readonly string[] EvidenceKeys = ["url", "title", "kind", "archived", "quote"];

    private static readonly Dictionary<string, string> EvidenceKinds = new(StringComparer.Ordinal)
    {
        ["official"] = "official",
        ["document"] = "document",
        ["on-record"] = "on-record",
        ["footage"] = "footage",
        ["outlet"] = "outlet",
    };

    /// <summary>The entries in the order written, each claim once, and at most one of them primary.</summary>
    /// <param name="node">The value of <c>claims</c>.</param>
    /// <param name="values">Types the values.</param>
    /// <param name="now">The moment of compilation, for what lies in the future.</param>
    public static List<ClaimEntry> List(FieldNode? node, ValueReader values, DateTimeOffset now)
    {
        var entries = new List<ClaimEntry>();
        if (node is null or { Kind: FieldKind.Empty })
            return entries;
        TextSpan? primary = null;
        foreach (var item in node.Kind == FieldKind.List ? node.Items : [node])
        {
            var entry = item.Kind == FieldKind.Map ? Parse(item, values, now) : ParseMention(item, values);
            if (entry is null)
                continue;
            if (entries.Exists(other => other.Id == entry.Id))
            {
                values.Report(DiagnosticCatalogue.ClaimTwice, item.Span, $"the claim \"{entry.Id}\" is listed twice; the first entry counts");
                continue;
            }

            if (entry.Primary && primary is not null)
            {
                values.Report(DiagnosticCatalogue.TwoPrimaries, (item.Find("primary") ?? item).Span, "two claims are primary; the first counts");
                entry = entry with { Primary = false };
            }

            if (entry.Primary)
                primary = item.Span;
            entries.Add(entry);
        }

        if (primary is null && entries.FindIndex(static entry => entry.Status is not null) is >= 0 and var first)
            entries[first] = entries[first] with { Primary = true };
        return entries;
    }

    private static ClaimEntry? ParseMention(FieldNode item, ValueReader values)
    {
        if (values.Id(item, "claims") is { } id)
            return new ClaimEntry { Id = id, Span = item.Span, TextSpan = item.Span, StatusSpan = item.Span };
        if (item.Kind == FieldKind.Empty)
            values.Report(DiagnosticCatalogue.MissingValue, item.Span, "the claim has no \"id\"");
        return null;
    }

    private static ClaimEntry? Parse(FieldNode item, ValueReader values, DateTimeOffset now)
    {
        values.CheckKeys(item, "a claim", Keys);
        var idNode = item.Find("id");
        if (values.Id(idNode, "id") is not { } id)
        {
            if (idNode is null or { Kind: FieldKind.Empty })
                values.Report(DiagnosticCatalogue.MissingValue, item.Span, "the claim has no \"id\"");
            return null;
        }

        var status = ReadStatus(item.Find("status"), values);
        return new ClaimEntry
        {
            Id = id,
            Text = ReadText(item.Find("text"), values),
            Status = status,
            Primary = values.Flag(item.Find("primary"), "primary") == true && status is not null,
            AsOf = ReadAsOf(item.Find("asof"), values, now),
            Due = ReadDue(item.Find("due"), values),
            Grace = ReadGrace(item.Find("grace"), values),
            Test = values.Line(item.Find("test"), "test"),
            Type = values.Id(item.Find("type"), "type"),
            Sources = SourceMentionParser.List(item.Find("sources"), values),
            Evidence = ReadEvidence(item.Find("evidence"), values),
            Known = values.Texts(item.Find("known"), "known"),
            Unknown = values.Texts(item.Find("unknown"), "unknown"),
            Likelihood = ReadLikelihood(item.Find("likelihood"), values),
            After = values.Ids(item.Find("after"), "after", FieldReferenceKind.Article),
            Supersedes = values.Ids(item.Find("supersedes"), "supersedes", FieldReferenceKind.Claim),
            PartOf = values.Ids(item.Find("part-of"), "part-of", FieldReferenceKind.Claim),
            Contradicts = values.Ids(item.Find("contradicts"), "contradicts", FieldReferenceKind.Claim),
            Note = values.Line(item.Find("note"), "note"),
            Span = item.Span,
            TextSpan = item.Find("text")?.Span ?? item.Span,
            StatusSpan = item.Find("status")?.Span ?? item.Span,
        };
    }

    /// <summary>A claim status; an unknown word is reported and counts as none.</summary>
    internal static ClaimStatus? ReadStatus(FieldNode? node, ValueReader values)
    {
        if (values.Text(node, "status") is not { } word)
            return null;
        if (ClaimVocabulary.FindStatus(word) is { } status)
            return status;
        values.Report(
            DiagnosticCatalogue.UnknownValue,
            node!.Span,
            $"\"{word}\" is no status of a claim{Suggestion.AsQuestion(word.ToLowerInvariant(), ClaimVocabulary.StatusWords.Keys)}",
            "one of rumour, unverified, confirmed, partly, debunked, missed, withdrawn; overdue and the like are computed");
        return null;
    }

    /// <summary>The wording of a claim; one that is too long is reported and kept.</summary>
    internal static string? ReadText(FieldNode? node, ValueReader values)
    {
        var text = values.Line(node, "text");
        if (text is not null && new StringInfo(text).LengthInTextElements > MaxTextLength)
            values.Report(DiagnosticCatalogue.LongClaimText, node!.Span, $"the text of a claim has more than {MaxTextLength} characters", "say it in one checkable sentence");
        return text;
    }

    private static DateTimeOffset? ReadAsOf(FieldNode? node, ValueReader values, DateTimeOffset now)
    {
        var asOf = values.Instant(node, "asof");
        if (asOf > now)
            values.Report(DiagnosticCatalogue.FutureAsOf, node!.Span, "\"asof\" lies in the future");
        return asOf;
    }

    private static string? ReadDue(FieldNode? node, ValueReader values)
    {
        if (values.Text(node, "due") is not { } text)
            return null;
        if (DuePeriod.Parse(text) is { } due)
            return due.Written;
        values.Report(
            DiagnosticCatalogue.BadDue,
            node!.Span,
            $"\"{text}\" is not a period",
            "write a year (2023), half-year (2023-H1), quarter (2023-Q2), month (2023-06) or day (2023-06-15), or none");
        return null;
    }

    private static int? ReadGrace(FieldNode? node, ValueReader values)
    {
        var days = values.Number(node, "grace");
        if (days is null or (>= 0 and <= 36_500))
            return days;
        values.Report(DiagnosticCatalogue.WrongType, node!.Span, "\"grace\" must be a number of days, 0 or more");
        return null;
    }

    private static double? ReadLikelihood(FieldNode? node, ValueReader values)
    {
        if (values.Text(node, "likelihood") is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var likelihood) && likelihood is >= 0 and <= 1)
            return likelihood;
        values.Report(DiagnosticCatalogue.WrongType, node!.Span, "\"likelihood\" must be a number from 0 to 1");
        return null;
    }

    private static List<Evidence> ReadEvidence(FieldNode? node, ValueReader values)
    {
        var evidence = new List<Evidence>();
        if (node is null or { Kind: FieldKind.Empty })
            return evidence;
        foreach (var item in node.Kind == FieldKind.List ? node.Items : [node])
        {
            if (item.Kind == FieldKind.Map)
                values.CheckKeys(item, "evidence", EvidenceKeys);
            var url = values.Text(item.Kind == FieldKind.Map ? item.Find("url") : item, "url");
            var read = new Evidence(
                url ?? "",
                values.Line(item.Find("title"), "title"),
                values.Find(item.Find("kind"), "kind of evidence", EvidenceKinds),
                values.Text(item.Find("archived"), "archived"),
                values.Line(item.Find("quote"), "quote"));
            if (url is null)
                values.Report(DiagnosticCatalogue.MissingValue, item.Span, "the evidence has no \"url\" and does not count");
            else
                evidence.Add(read);
        }

        return evidence;
    }
}

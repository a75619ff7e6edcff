using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>
/// Splits a content file into front matter and body and reads the front matter, in any of its three formats, into one tree
/// (<c>content.md</c>, section 3). Never throws: what is wrong goes into the bag.
/// </summary>
public static class FrontMatterReader
{
    /// <summary>Reads a content file: front matter, then Markdown.</summary>
    /// <returns>The parts; the fields are empty where the bag is blocked.</returns>
    public static FileParts Read(SourceFile file, DiagnosticBag bag)
    {
        if (!TextLimits.Check(file, bag))
            return new FileParts(FrontMatterFormat.None, Nothing(TextSpan.FileStart), file.Text.Length);

        var text = file.Text;
        var start = SkipBlankLines(text);
        var opener = LineAt(text, start);
        return opener.TrimEnd() switch
        {
            "---" or "---yaml" or "---yml" => ReadFenced(file, bag, FrontMatterFormat.Yaml, start),
            "+++" => ReadFenced(file, bag, FrontMatterFormat.Toml, start, "+++"),
            "---toml" => ReadFenced(file, bag, FrontMatterFormat.Toml, start),
            "---json" => ReadFenced(file, bag, FrontMatterFormat.Json, start),
            "---js" or "---javascript" => RefuseCode(bag, start, text),
            _ when OpensJson(text, start) => ReadBareJson(file, bag, start),
            _ => new FileParts(FrontMatterFormat.None, Nothing(TextSpan.FileStart), 0),
        };
    }

    /// <summary>Reads a file that is YAML as a whole: <c>site.yaml</c>, <c>_defaults.yaml</c>, <c>redirects.yaml</c>, sidecars.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bag">Takes the findings.</param>
    /// <param name="mayBeLong">Whether it may be longer than front matter: a list of redirects grows with the years.</param>
    /// <returns>A map; empty where the file is empty or the bag is blocked.</returns>
    public static FieldNode ReadData(SourceFile file, DiagnosticBag bag, bool mayBeLong = false)
    {
        if (!TextLimits.Check(file, bag))
            return Nothing(TextSpan.FileStart);
        var all = new TextSpan(0, file.Text.Length);
        return mayBeLong ? ReadYaml(file, bag, all) : ReadRegion(file, bag, FrontMatterFormat.Yaml, all, opener: 0);
    }

    private static FileParts ReadFenced(SourceFile file, DiagnosticBag bag, FrontMatterFormat format, int start, string closer = "---")
    {
        var text = file.Text;
        var contentStart = NextLine(text, start);
        for (var line = contentStart; line < text.Length; line = NextLine(text, line))
        {
            var last = LineAt(text, line).TrimEnd();
            if (!last.SequenceEqual(closer) && !(format == FrontMatterFormat.Yaml && last is "..."))
                continue;
            var region = new TextSpan(contentStart, line);
            return new FileParts(format, ReadRegion(file, bag, format, region, start), NextLine(text, line));
        }

        var fence = LineAt(text, start).TrimEnd().ToString();
        bag.Add(
            DiagnosticCatalogue.UnreadableFrontMatter,
            TextSpan.At(start),
            $"the front matter that begins with {fence} is never closed",
            $"put a line with {closer} behind the last key");
        return new FileParts(format, Nothing(TextSpan.At(start)), text.Length);
    }

    private static FileParts ReadBareJson(SourceFile file, DiagnosticBag bag, int start)
    {
        var text = file.Text;
        var end = JsonFieldReader.FindEnd(text, start);
        if (end < 0)
        {
            bag.Add(DiagnosticCatalogue.UnreadableFrontMatter, TextSpan.At(start), "the front matter that begins with { is never closed");
            return new FileParts(FrontMatterFormat.Json, Nothing(TextSpan.At(start)), text.Length);
        }

        var fields = ReadRegion(file, bag, FrontMatterFormat.Json, new TextSpan(start, end), start);
        var body = LineAt(text, end).IsWhiteSpace() ? NextLine(text, end) : end;
        return new FileParts(FrontMatterFormat.Json, fields, body);
    }

    private static FieldNode ReadRegion(SourceFile file, DiagnosticBag bag, FrontMatterFormat format, TextSpan region, int opener)
    {
        if (TextLimits.IsOver(file.Text.AsSpan(region.Start, region.Length), TextLimits.FrontMatterBytes))
        {
            bag.Add(DiagnosticCatalogue.LimitExceeded, TextSpan.At(opener), "the front matter is larger than 64 KiB");
            return Nothing(region);
        }

        if (format == FrontMatterFormat.Yaml)
            return ReadYaml(file, bag, region);
        var content = file.Text.Substring(region.Start, region.Length);
        var findings = new List<FrontMatterFinding>();
        var fields = format == FrontMatterFormat.Toml
            ? TomlFieldReader.Read(content, region.Start, findings)
            : JsonFieldReader.Read(content, region.Start, findings);
        return Report(bag, findings, fields, region);
    }

    private static FieldNode ReadYaml(SourceFile file, DiagnosticBag bag, TextSpan region)
    {
        var yaml = file.Text.Substring(region.Start, region.Length);
        var findings = new List<FrontMatterFinding>();
        var fields = new YamlFieldReader(yaml, new OffsetMap(region.Start), findings).Read();
        if (fields is null && QuoteRepair.Find(yaml, region.Start) is { } repair)
        {
            var repairedFindings = new List<FrontMatterFinding>();
            var repaired = new YamlFieldReader(repair.Text, repair.Offsets, repairedFindings).Read();
            if (repaired is not null)
            {
                findings = repairedFindings;
                fields = repaired;
                findings.AddRange(repair.Findings);
            }
        }

        return Report(bag, findings, fields, region);
    }

    private static FieldNode Report(DiagnosticBag bag, List<FrontMatterFinding> findings, FieldNode? fields, TextSpan region)
    {
        foreach (var finding in findings)
            bag.Add(finding.Rule, finding.At, finding.Message, finding.Hint);
        return bag.Blocked || fields is null ? Nothing(region) : fields;
    }

    private static FieldNode Nothing(TextSpan at) => FieldNode.Map([], at);

    // Eleventy can run a programme there; nothing here runs what an editor wrote, and readers shall not see it.
    private static FileParts RefuseCode(DiagnosticBag bag, int start, string text)
    {
        bag.Add(DiagnosticCatalogue.UnreadableFrontMatter, TextSpan.At(start), "the front matter is a JavaScript programme, which is never run", "write it as YAML, between two lines of ---");
        return new FileParts(FrontMatterFormat.None, Nothing(TextSpan.At(start)), text.Length);
    }

    // A body may begin with a template brace, {{< figure >}} or {% raw %}: JSON has a quote, a closing brace or white space there.
    private static bool OpensJson(string text, int start)
    {
        if (start >= text.Length || text[start] != '{')
            return false;
        var next = text.AsSpan(start + 1).TrimStart();
        return next.IsEmpty || next[0] is '"' or '}';
    }

    private static int SkipBlankLines(string text)
    {
        var start = 0;
        while (start < text.Length && LineAt(text, start).IsWhiteSpace())
            start = NextLine(text, start);
        return start;
    }

    private static ReadOnlySpan<char> LineAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        var end = rest.IndexOf('\n');
        return end < 0 ? rest : rest[..end];
    }

    private static int NextLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end + 1;
    }
}

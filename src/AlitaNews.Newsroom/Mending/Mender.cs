using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Mending;

/// <summary>A file after mending.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Mends">What was done, a sentence each.</param>
public sealed record MendedFile(string Text, IReadOnlyList<string> Mends);

/// <summary>
/// Mends what an article's editor can only have meant in one way, and nothing else: a key with one typing error, and the RUMOUR that older posts
/// have in their titles. The body is never touched. What was mended once is not mended again.
/// </summary>
public static class Mender
{
    /// <summary>Mends an article.</summary>
    /// <param name="file">The article.</param>
    /// <returns>The file as it should be, or null where there is nothing to do, or where it is not certain that it would be the better for it.</returns>
    public static MendedFile? Mend(SourceFile file)
    {
        var bag = new DiagnosticBag(file);
        var parts = FrontMatterReader.Read(file, bag);
        if (parts.Format is not (FrontMatterFormat.Yaml or FrontMatterFormat.Toml) || bag.Blocked)
            return null;
        _ = ArticleFields.Sort(parts.Fields, bag);

        var edits = new List<(TextSpan Span, string Instead)>();
        var mends = new List<string>();
        MendKeys(file, parts.Fields, bag, edits, mends);
        if (parts.Format == FrontMatterFormat.Yaml)
            MendTitle(file, parts.Fields, edits, mends);
        if (edits.Count == 0)
            return null;

        var text = PreparedText.FromFile(file, new TextSpan(0, file.Text.Length))
            .With([.. edits.OrderBy(static edit => edit.Span.Start).Select(static edit => new TextEdit(edit.Span.Start, edit.Span.End, edit.Instead))]).Text;
        return IsBetter(file.Path, text, bag.Items.Count) ? new MendedFile(text, mends) : null;
    }

    private static void MendKeys(SourceFile file, FieldNode fields, DiagnosticBag bag, List<(TextSpan Span, string Instead)> edits, List<string> mends)
    {
        foreach (var field in fields.Fields)
        {
            var (line, column) = file.Lines.Locate(field.KeySpan.Start);
            if (!bag.Items.Any(item => item.Code == DiagnosticCatalogue.ProbableTypo.Code && item.Line == line && item.Column == column)
                || ArticleKeys.FindOnlyMeant(field.Key) is not { } meant
                || fields.Find(meant) is not null
                || string.CompareOrdinal(file.Text, field.KeySpan.Start, field.Key, 0, field.Key.Length) != 0)
            {
                continue;
            }

            edits.Add((new TextSpan(field.KeySpan.Start, field.KeySpan.Start + field.Key.Length), meant));
            mends.Add($"the key \"{field.Key}\" is \"{meant}\" now");
        }
    }

    private static void MendTitle(SourceFile file, FieldNode fields, List<(TextSpan Span, string Instead)> edits, List<string> mends)
    {
        if (fields.Find("title") is not { Kind: FieldKind.Text } title || title.Text.Contains('\n', StringComparison.Ordinal))
            return;
        var (headline, lifted) = TitlePrefix.Lift(title.Text);
        var prefix = title.Text.Length - headline.Length;
        var start = title.Span.Start + (title.Quoted ? 1 : 0);
        var lineEnd = file.Text.IndexOf('\n', start);

        // The words must stand in the file as they are read, and go on without a sign that means something to YAML.
        if (!lifted || lineEnd < 0 || !char.IsLetterOrDigit(headline[0]) || headline is "null" || string.CompareOrdinal(file.Text, start, title.Text, 0, title.Text.Length) != 0)
            return;
        edits.Add((new TextSpan(start, start + prefix), ""));
        mends.Add($"\"{title.Text[..prefix].TrimEnd()}\" left the title: the label is computed");
        if (!Array.Exists(["kind", "sponsor"], key => fields.Find(key) is not null))
        {
            edits.Add((TextSpan.At(lineEnd + 1), "kind: rumour\n"));
            mends.Add("\"kind: rumour\" says it instead");
        }
    }

    // Whatever was meant: a mended file reads without a finding that it did not have.
    private static bool IsBetter(string path, string text, int findings)
    {
        var mended = SourceFile.FromText(path, text);
        var bag = new DiagnosticBag(mended);
        _ = ArticleFields.Sort(FrontMatterReader.Read(mended, bag).Fields, bag);
        return !bag.Blocked && bag.Items.Count <= findings;
    }
}

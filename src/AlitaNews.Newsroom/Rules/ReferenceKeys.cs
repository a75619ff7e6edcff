using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Markdown.Figures;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Rules;

/// <summary>Turns what a file refers to into keys of the index.</summary>
internal static class ReferenceKeys
{
    /// <summary>A reference of the front matter; null for those that no rule asks about.</summary>
    public static FactReference? Of(FieldReference reference, SourceFile file, MarkdownSettings settings) => reference.Kind switch
    {
        FieldReferenceKind.Topic => Make(ReferenceTarget.ListedTopic, ["file-topic:" + reference.Id], reference.Id, file, reference.Span),
        FieldReferenceKind.Source => Make(ReferenceTarget.ListedSource, ["file-source:" + reference.Id], reference.Id, file, reference.Span),
        FieldReferenceKind.Author => Make(ReferenceTarget.Author, ["author:" + reference.Id], reference.Id, file, reference.Span),
        FieldReferenceKind.Claim => Make(ReferenceTarget.Claim, ["known-claim:" + reference.Id], reference.Id, file, reference.Span),
        FieldReferenceKind.Article => Make(ReferenceTarget.Link, ["article:" + reference.Id, "slug:" + reference.Id], reference.Id, file, reference.Span),
        FieldReferenceKind.Picture when MediaPaths.FindForeignHost(reference.Id) is null => Picture(reference.Id, file, reference.Span, settings),
        _ => null,
    };

    /// <summary>An entry about a claim that says nothing but its name.</summary>
    public static FactReference OfMention(ClaimEntry entry, SourceFile file) => Make(ReferenceTarget.Claim, ["known-claim:" + entry.Id], entry.Id, file, entry.Span);

    /// <summary>A reference of a body.</summary>
    public static FactReference Of(Reference reference, SourceFile file, MarkdownSettings settings) => reference.Kind switch
    {
        ReferenceKind.Claim => Make(ReferenceTarget.Claim, ["known-claim:" + reference.Target], reference.Target, file, reference.Span),
        ReferenceKind.Source => Make(ReferenceTarget.Source, ["source:" + reference.Target], reference.Target, file, reference.Span),
        ReferenceKind.Topic => Make(ReferenceTarget.Topic, ["topic:" + reference.Target], reference.Target, file, reference.Span),
        ReferenceKind.Picture => Picture(reference.Target, file, reference.Span, settings),
        _ => Make(ReferenceTarget.Link, IndexKeys.OfLink(reference.Target), reference.Target[(reference.Target.IndexOf(':', StringComparison.Ordinal) + 1)..], file, reference.Span),
    };

    private static FactReference Picture(string src, SourceFile file, TextSpan span, MarkdownSettings settings) =>
        Make(ReferenceTarget.Picture, [.. MediaPaths.List(file.Path, src, settings.MediaRoots).Select(static path => "path:" + path)], src, file, span);

    private static FactReference Make(ReferenceTarget kind, IReadOnlyList<string> keys, string shown, SourceFile file, TextSpan span)
    {
        var (line, column) = file.Lines.Locate(span.Start);
        return new FactReference(kind, keys, shown, new Place(line, column));
    }
}

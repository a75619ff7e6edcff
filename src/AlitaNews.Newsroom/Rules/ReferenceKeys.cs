using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Markdown.Figures;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Rules;

/// <summary>Turns what a file refers to into keys of the index.</summary>
internal static class ReferenceKeys
{
    /// <summary>A reference of the front matter; null for those that no rule asks about.</summary>
    public static FactReference? Of(FieldReference reference, SourceFile file) => reference.Kind switch
    {
        FieldReferenceKind.Topic => Make(ReferenceTarget.ListedTopic, ["file-topic:" + reference.Id], reference.Id, file, reference.Span),
        FieldReferenceKind.Source => Make(ReferenceTarget.ListedSource, ["file-source:" + reference.Id], reference.Id, file, reference.Span),
        FieldReferenceKind.Author => Make(ReferenceTarget.Author, ["author:" + reference.Id], reference.Id, file, reference.Span),
        FieldReferenceKind.Claim => Make(ReferenceTarget.Claim, ["claim:" + reference.Id], reference.Id, file, reference.Span),
        FieldReferenceKind.Article => Make(ReferenceTarget.Link, ["article:" + reference.Id, "slug:" + reference.Id], reference.Id, file, reference.Span),
        _ => null,
    };

    /// <summary>A reference of a body.</summary>
    public static FactReference Of(Reference reference, SourceFile file, MarkdownSettings settings) => reference.Kind switch
    {
        ReferenceKind.Claim => Make(ReferenceTarget.Claim, ["claim:" + reference.Target], reference.Target, file, reference.Span),
        ReferenceKind.Source => Make(ReferenceTarget.Source, ["source:" + reference.Target], reference.Target, file, reference.Span),
        ReferenceKind.Topic => Make(ReferenceTarget.Topic, ["topic:" + reference.Target], reference.Target, file, reference.Span),
        ReferenceKind.Picture => Make(
            ReferenceTarget.Picture, [.. MediaPaths.List(file.Path, reference.Target, settings.MediaRoots).Select(static path => "path:" + path)], reference.Target, file, reference.Span),
        _ => Make(ReferenceTarget.Link, IndexKeys.OfLink(reference.Target), reference.Target[(reference.Target.IndexOf(':', StringComparison.Ordinal) + 1)..], file, reference.Span),
    };

    private static FactReference Make(ReferenceTarget kind, IReadOnlyList<string> keys, string shown, SourceFile file, TextSpan span)
    {
        var (line, column) = file.Lines.Locate(span.Start);
        return new FactReference(kind, keys, shown, new Place(line, column));
    }
}

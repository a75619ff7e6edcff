using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Markdown.Figures;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Rules;

/// <summary>What a file refers to, and the keys of the index that it may mean.</summary>
internal static class ReferenceKeys
{
    /// <summary>A reference of the front matter; null for those that no rule asks about.</summary>
    public static FactReference? Of(FieldReference reference, SourceFile file) => reference.Kind switch
    {
        FieldReferenceKind.Topic => Make(ReferenceTarget.ListedTopic, reference.Id, file, reference.Span),
        FieldReferenceKind.Source => Make(ReferenceTarget.ListedSource, reference.Id, file, reference.Span),
        FieldReferenceKind.Author => Make(ReferenceTarget.Author, reference.Id, file, reference.Span),
        FieldReferenceKind.Claim => Make(ReferenceTarget.Claim, reference.Id, file, reference.Span),
        FieldReferenceKind.Article => Make(ReferenceTarget.Article, reference.Id, file, reference.Span),
        FieldReferenceKind.Picture when MediaPaths.FindForeignHost(reference.Id) is null => Make(ReferenceTarget.Picture, reference.Id, file, reference.Span),
        _ => null,
    };

    /// <summary>An entry about a claim that says nothing but its name.</summary>
    public static FactReference OfMention(ClaimEntry entry, SourceFile file) => Make(ReferenceTarget.Claim, entry.Id, file, entry.Span);

    /// <summary>A reference of a body.</summary>
    public static FactReference Of(Reference reference, SourceFile file) => reference.Kind switch
    {
        ReferenceKind.Claim => Make(ReferenceTarget.Claim, reference.Target, file, reference.Span),
        ReferenceKind.Source => Make(ReferenceTarget.Source, reference.Target, file, reference.Span),
        ReferenceKind.Topic => Make(ReferenceTarget.Topic, reference.Target, file, reference.Span),
        ReferenceKind.Picture => Make(ReferenceTarget.Picture, reference.Target, file, reference.Span),
        _ => Make(ReferenceTarget.Link, reference.Target, file, reference.Span),
    };

    /// <summary>The keys of <see cref="ContentIndex"/> of which one must exist, in the order of belief.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="path">The file that has it.</param>
    /// <param name="mediaRoots">Where pictures may lie (<see cref="MediaPaths"/>).</param>
    public static IEnumerable<IndexKey> List(FactReference reference, string path, IReadOnlyList<string> mediaRoots) => reference.Kind switch
    {
        ReferenceTarget.ListedTopic => [new(KeyKind.TopicFile, reference.Target)],
        ReferenceTarget.ListedSource => [new(KeyKind.SourceFile, reference.Target)],
        ReferenceTarget.Topic => [new(KeyKind.Topic, reference.Target)],
        ReferenceTarget.Source => [new(KeyKind.Source, reference.Target)],
        ReferenceTarget.Author => [new(KeyKind.Author, reference.Target)],
        ReferenceTarget.Claim => [new(KeyKind.KnownClaim, reference.Target)],
        ReferenceTarget.Article => [new(KeyKind.Article, reference.Target), new(KeyKind.Slug, reference.Target)],
        ReferenceTarget.Picture => OfPicture(reference.Target, path, mediaRoots),
        _ => IndexKeys.OfLink(reference.Target),
    };

    /// <summary>The keys under which a picture may lie, best first.</summary>
    /// <param name="src">Its address as written.</param>
    /// <param name="path">The file that shows it.</param>
    /// <param name="mediaRoots">Where pictures may lie.</param>
    public static IEnumerable<IndexKey> OfPicture(string src, string path, IReadOnlyList<string> mediaRoots) =>
        MediaPaths.List(path, src, mediaRoots).Select(static candidate => new IndexKey(KeyKind.Path, candidate));

    private static FactReference Make(ReferenceTarget kind, string target, SourceFile file, TextSpan span)
    {
        var (line, column) = file.Lines.Locate(span.Start);
        return new FactReference(kind, target, new Place(line, column));
    }
}

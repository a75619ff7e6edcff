using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Pictures;

namespace AlitaNews.Newsroom.Rules;

/// <summary>What is wrong with the pictures of a file, once their sidecars and what the picture files themselves say are known.</summary>
internal static class PictureRules
{
    private const int LeadWidth = 1_200;

    /// <summary>The findings about a file's pictures.</summary>
    public static IEnumerable<Diagnostic> Check(FileFacts facts, ContentIndex index, bool wantsCredit)
    {
        foreach (var use in facts.Shows)
        {
            var says = Describe(facts, use, index);
            if (wantsCredit && says is { HasCredit: false, Decorative: false })
                yield return Find(DiagnosticCatalogue.MissingCredit, facts, use, "this picture names nobody as its maker", "write credit=\"…\", or a sidecar beside the picture");
            if (!says.HasKind && use.Guess is { } kind)
            {
                yield return Find(
                    DiagnosticCatalogue.MissingKind, facts, use, $"by its words this picture is \"{kind.Word()}\", but it says no kind", $"write kind={kind.Word()}, or what it really is");
            }

            if (use.Lead && says.Width is > 0 and < LeadWidth)
                yield return Find(DiagnosticCatalogue.SmallHero, facts, use, $"the lead picture is {says.Width} pixels wide; large previews want {LeadWidth:N0}", "use a wider one");
        }
    }

    /// <summary>What was found in a file by itself, without what a sidecar or the picture answers.</summary>
    public static IEnumerable<Diagnostic> WithoutAnswered(FileFacts facts, ContentIndex index)
    {
        if (!facts.Own.Any(IsAboutAlt))
            return facts.Own;
        var answered = facts.Shows.Where(use => Describe(facts, use, index) is { HasAlt: true } or { Decorative: true }).Select(static use => use.At).ToHashSet();
        return facts.Own.Where(own => !IsAboutAlt(own) || !answered.Contains(new Place(own.Line, own.Column)));
    }

    private static bool IsAboutAlt(Diagnostic own) => own.Code == DiagnosticCatalogue.MissingAlt.Code;

    // What is said of a picture where it is written, in its sidecar and in its file.
    private static PictureWords Describe(FileFacts facts, PictureUse use, ContentIndex index)
    {
        var path = ReferenceKeys.OfPicture(use.Src, facts.Path, index.MediaRoots).SelectMany(index.OwnersOf).FirstOrDefault();
        return path is null ? use.Says : use.Says.Or(Says(path + ".yaml")).Or(Says(path + ".yml")).Or(Says(path));

        PictureWords? Says(string at) => index.Live.GetValueOrDefault(at)?.Picture;
    }

    private static Diagnostic Find(DiagnosticRule rule, FileFacts facts, PictureUse use, string message, string hint) =>
        new(facts.Path, use.At.Line, use.At.Column, rule.Severity, rule.Code, message, hint);
}

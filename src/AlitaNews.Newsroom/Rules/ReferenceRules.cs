using System.Buffers;
using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Rules;

/// <summary>Finds references that lead nowhere, and what was meant. Not safe for use by several threads.</summary>
internal sealed class ReferenceRules(ContentIndex index)
{
    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private readonly Dictionary<IndexKey, string> _questions = [];
    private readonly MeantFiles _meant = new(index);

    /// <summary>The findings about what a file refers to.</summary>
    public IEnumerable<Diagnostic> Check(FileFacts facts)
    {
        // What a file that is held names itself is nowhere else yet.
        var itself = index.Held.ContainsKey(facts.Path) ? IndexKeys.MadeBy(facts).ToHashSet() : [];
        var found = 0;
        foreach (var reference in facts.RefersTo)
        {
            if (!ReferenceKeys.List(reference, facts.Path, index.MediaRoots).Any(key => itself.Contains(key) || index.Has(key) || IndexKeys.IsFixed(key)))
            {
                var (rule, message, hint) = Complain(reference, facts.Path, asks: found++ < FindingList.MostOfACode);
                yield return new Diagnostic(facts.Path, reference.At.Line, reference.At.Column, rule.Severity, rule.Code, message, hint);
            }
        }
    }

    private (DiagnosticRule Rule, string Message, string Hint) Complain(FactReference reference, string path, bool asks)
    {
        var shown = reference.Shown;
        return reference.Kind switch
        {
            ReferenceTarget.Claim => (DiagnosticCatalogue.UnknownClaim, $"no claim is called \"{shown}\"" + DidYouMean(asks, KeyKind.KnownClaim, shown), "list it under \"claims:\" of an article, with a text"),
            ReferenceTarget.Source => (DiagnosticCatalogue.UnknownReference, $"no source is called \"{shown}\"" + DidYouMean(asks, KeyKind.Source, shown), "add it to the article's sources, or write a file for it"),
            ReferenceTarget.Topic => (DiagnosticCatalogue.UnknownReference, $"no topic is called \"{shown}\"" + DidYouMean(asks, KeyKind.Topic, shown), "add it to the article's topics, or write a file for it"),
            ReferenceTarget.ListedSource => (DiagnosticCatalogue.StubPerson, $"the source \"{shown}\" has no file" + DidYouMean(asks, KeyKind.SourceFile, shown), $"write sources/{shown}.md"),
            ReferenceTarget.ListedTopic => (DiagnosticCatalogue.StubTopic, $"the topic \"{shown}\" has no file" + DidYouMean(asks, KeyKind.TopicFile, shown), $"write topics/{shown}.md"),
            ReferenceTarget.Author => (DiagnosticCatalogue.StubPerson, $"the author \"{shown}\" has no file" + DidYouMean(asks, KeyKind.Author, shown), $"write authors/{shown}.md"),
            ReferenceTarget.Picture when shown.Length == 0 => (DiagnosticCatalogue.MissingMedia, "this picture names no file", "write its name into the round brackets; readers see a placeholder meanwhile"),
            ReferenceTarget.Picture => (DiagnosticCatalogue.MissingMedia, $"the picture \"{shown}\" is not there" + Meant(reference, path, asks), "put it beside the article or into media/; readers see a placeholder meanwhile"),
            _ when IsOtherFile(reference) => (
                DiagnosticCatalogue.DeadLink, $"\"{shown}\" is not published: of other files readers get those in the folder of an index.md, and those in media/", "put it there, if it is anywhere; readers see plain text meanwhile"),
            _ => (DiagnosticCatalogue.DeadLink, $"nothing stands at \"{shown}\"" + Meant(reference, path, asks), "mend the address; readers see plain text meanwhile"),
        };
    }

    // A press kit, a recording: it may well lie there, and yet no link leads to it.
    private static bool IsOtherFile(FactReference reference) =>
        (reference.Target.StartsWith("path:", StringComparison.Ordinal) || reference.Target.StartsWith("url:/", StringComparison.Ordinal))
        && Path.GetExtension(reference.Shown) is { Length: > 1 and < 6 } ending
        && ending.AsSpan(1).ContainsAnyInRange('a', 'z') && !ending.AsSpan(1).ContainsAnyExcept(LettersAndDigits)
        && !ContentLayout.IsMarkdown(reference.Shown) && !ContentLayout.IsPicture(reference.Shown) && ending is not (".html" or ".htm" or ".php" or ".aspx" or ".xml");

    private string Meant(FactReference reference, string path, bool asks) =>
        asks && _meant.Find(reference, path) is { } meant ? $"; did you mean \"{meant}\"?" : "";

    // Thousands of articles may name the same topic that has no file: each name is compared once.
    private string DidYouMean(bool asks, KeyKind kind, string written)
    {
        if (!asks)
            return ""; // nobody will read it
        if (!_questions.TryGetValue(new(kind, written), out var question))
            _questions[new(kind, written)] = question = Suggestion.AsQuestion(written, index.IdsOf(kind));
        return question;
    }
}

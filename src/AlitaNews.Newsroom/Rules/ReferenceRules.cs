using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Rules;

/// <summary>Finds references that lead nowhere, and what was meant. Not safe for use by several threads.</summary>
internal sealed class ReferenceRules(ContentIndex index)
{
    private readonly Dictionary<IndexKey, string> _questions = [];

    /// <summary>The findings about what a file refers to.</summary>
    public IEnumerable<Diagnostic> Check(FileFacts facts)
    {
        foreach (var reference in facts.RefersTo)
        {
            if (!ReferenceKeys.List(reference, facts.Path, index.MediaRoots).Any(key => index.Has(key) || IndexKeys.IsFixed(key)))
            {
                var (rule, message, hint) = Complain(reference);
                yield return new Diagnostic(facts.Path, reference.At.Line, reference.At.Column, rule.Severity, rule.Code, message, hint);
            }
        }
    }

    private (DiagnosticRule Rule, string Message, string Hint) Complain(FactReference reference)
    {
        var shown = reference.Shown;
        return reference.Kind switch
        {
            ReferenceTarget.Claim => (DiagnosticCatalogue.UnknownClaim, $"no claim is called \"{shown}\"" + DidYouMean(KeyKind.KnownClaim, shown), "list it under \"claims:\" of an article, with a text"),
            ReferenceTarget.Source => (DiagnosticCatalogue.UnknownReference, $"no source is called \"{shown}\"" + DidYouMean(KeyKind.Source, shown), "add it to the article's sources, or write a file for it"),
            ReferenceTarget.Topic => (DiagnosticCatalogue.UnknownReference, $"no topic is called \"{shown}\"" + DidYouMean(KeyKind.Topic, shown), "add it to the article's topics, or write a file for it"),
            ReferenceTarget.ListedSource => (DiagnosticCatalogue.StubPerson, $"the source \"{shown}\" has no file" + DidYouMean(KeyKind.SourceFile, shown), $"write sources/{shown}.md"),
            ReferenceTarget.ListedTopic => (DiagnosticCatalogue.StubTopic, $"the topic \"{shown}\" has no file" + DidYouMean(KeyKind.TopicFile, shown), $"write topics/{shown}.md"),
            ReferenceTarget.Author => (DiagnosticCatalogue.StubPerson, $"the author \"{shown}\" has no file" + DidYouMean(KeyKind.Author, shown), $"write authors/{shown}.md"),
            ReferenceTarget.Picture => (DiagnosticCatalogue.MissingMedia, $"the picture \"{shown}\" is not there", "put it beside the article or into media/; readers see a placeholder meanwhile"),
            _ => (DiagnosticCatalogue.DeadLink, $"nothing stands at \"{shown}\"", "mend the address; readers see plain text meanwhile"),
        };
    }

    // Thousands of articles may name the same topic that has no file: each name is compared once.
    private string DidYouMean(KeyKind kind, string written)
    {
        if (!_questions.TryGetValue(new(kind, written), out var question))
            _questions[new(kind, written)] = question = Suggestion.AsQuestion(written, index.IdsOf(kind));
        return question;
    }
}

using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Rules;

/// <summary>What is wrong with a file because of other files. Reads the index, changes nothing.</summary>
public sealed class CrossFileRules(ContentIndex index, ClaimLedger ledger, SiteFile site)
{
    private readonly Dictionary<string, FoldedClaim?> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _questions = new(StringComparer.Ordinal);

    /// <summary>The path at which findings about the site as a whole stand.</summary>
    public const string SitePath = "site.yaml";

    /// <summary>A claim with its states, folded once however many files name it.</summary>
    public FoldedClaim? FindClaim(string id)
    {
        var claim = ledger.Resolve(id);
        if (!_folded.TryGetValue(claim, out var folded))
            _folded[claim] = folded = ledger.Find(claim);
        return folded;
    }

    /// <summary>All findings about a file: its own, and those that other files cause.</summary>
    public IReadOnlyList<Diagnostic> Check(string path)
    {
        var findings = new List<Diagnostic>();
        if (index.Held.TryGetValue(path, out var held))
        {
            findings.AddRange(held.Own);
            if (index.CollisionOf(held) is { } rival)
                findings.Add(Collision(held, rival));
        }
        else if (index.Live.TryGetValue(path, out var facts))
        {
            findings.AddRange(facts.Own);
            findings.AddRange(facts.References.Select(Check).OfType<(DiagnosticRule Rule, string Message, string? Hint, Place At)>()
                .Select(found => Find(found.Rule, path, found.At, found.Message, found.Hint)));
            foreach (var claim in facts.Article?.Claims ?? [])
                findings.AddRange((FindClaim(claim.Id)?.Timeline.Reports ?? []).Where(report => report.At.Path == path).Select(static report => report.ToDiagnostic()));
            findings.AddRange(ledger.Circles.Where(circle => circle.Path == path));
        }

        findings.AddRange(index.VanishedAt(path).Select(Vanished));
        if (path == SitePath)
            findings.AddRange(CheckSite());
        return [.. findings.Distinct().Order(Diagnostic.PrintOrder)];
    }

    private (DiagnosticRule Rule, string Message, string? Hint, Place At)? Check(FactReference reference)
    {
        if (reference.Keys.Any(key => index.Has(key) || IndexKeys.IsFixed(key)))
            return null;
        var shown = reference.Shown;
        return reference.Kind switch
        {
            ReferenceTarget.Claim => (DiagnosticCatalogue.UnknownClaim, $"no claim is called \"{shown}\"" + DidYouMean("claim:", shown), null, reference.At),
            ReferenceTarget.Source => (DiagnosticCatalogue.UnknownReference, $"no source is called \"{shown}\"" + DidYouMean("source:", shown), "add it to the article's sources, or write a file for it", reference.At),
            ReferenceTarget.Topic => (DiagnosticCatalogue.UnknownReference, $"no topic is called \"{shown}\"" + DidYouMean("topic:", shown), "add it to the article's topics, or write a file for it", reference.At),
            ReferenceTarget.ListedSource => (DiagnosticCatalogue.StubPerson, $"the source \"{shown}\" has no file" + DidYouMean("file-source:", shown), $"write sources/{shown}.md", reference.At),
            ReferenceTarget.ListedTopic => (DiagnosticCatalogue.StubTopic, $"the topic \"{shown}\" has no file" + DidYouMean("file-topic:", shown), $"write topics/{shown}.md", reference.At),
            ReferenceTarget.Author => (DiagnosticCatalogue.StubPerson, $"the author \"{shown}\" has no file" + DidYouMean("author:", shown), $"write authors/{shown}.md", reference.At),
            ReferenceTarget.Link => (DiagnosticCatalogue.DeadLink, $"nothing stands at \"{shown}\"", "mend the address; readers see plain text meanwhile", reference.At),
            ReferenceTarget.Picture => (DiagnosticCatalogue.MissingMedia, $"the picture \"{shown}\" is not there", "put it beside the article or into media/; readers see a placeholder meanwhile", reference.At),
            _ => null,
        };
    }

    // Thousands of articles may name the same topic that has no file: each name is compared once.
    private string DidYouMean(string prefix, string written)
    {
        if (!_questions.TryGetValue(prefix + written, out var question))
        {
            question = Suggestion.AsQuestion(written, index.IdsWith(prefix));
            _questions[prefix + written] = question;
        }

        return question;
    }

    private static Diagnostic Collision(FileFacts facts, FileFacts rival)
    {
        var sameId = facts.Id == rival.Id;
        var what = facts.Id.Length == 0 ? "what this says" : facts.Article is null || sameId ? $"the id \"{facts.Id}\"" : $"the slug \"{facts.Article.Slug}\"";
        return Find(DiagnosticCatalogue.DuplicateIdentity, facts.Path, facts.Article?.Identity ?? Place.Start, $"{what} belongs to {rival.Path}", "give one of the two another one");
    }

    private static Diagnostic Vanished(FileFacts facts)
    {
        var claims = facts.Article!.Claims.Count > 0 ? "; what it said of claims stays" : "";
        return Find(
            DiagnosticCatalogue.VanishedPath, facts.Path, Place.Start, $"the article \"{facts.Id}\" was deleted without a tombstone{claims}", "bring the file back, with `removed:` if it should stay away");
    }

    private IEnumerable<Diagnostic> CheckSite()
    {
        if (!index.Has("path:site.yaml") && !index.Has("path:site.yml"))
            yield return Find(DiagnosticCatalogue.NoSiteFile, SitePath, Place.Start, "there is no site.yaml: defaults are used", "write one with at least title, base-url and timezone");
        if (!index.HasRumours)
            yield break;
        foreach (var (role, page) in new[] { ("corrections", "corrections-policy"), ("unnamed-sources", "unnamed-sources"), ("verification", "how-we-verify") })
        {
            var name = site.Policies.GetValueOrDefault(role) ?? page;
            if (!index.Has("page:" + name))
            {
                yield return Find(
                    DiagnosticCatalogue.MissingPolicyPage, SitePath, Place.Start, $"a site with rumours needs the page \"{name}\"", $"write pages/{name}.md, or name another page under policies.{role}");
            }
        }
    }

    private static Diagnostic Find(DiagnosticRule rule, string path, Place at, string message, string? hint) =>
        new(path, at.Line, at.Column, rule.Severity, rule.Code, message, hint);
}

using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Rules;

/// <summary>What is wrong with a file because of other files. Reads the index, changes nothing.</summary>
/// <param name="index">The content.</param>
/// <param name="ledger">What it says of claims.</param>
/// <param name="site">The site.</param>
/// <param name="now">The moment at which claims are looked at.</param>
public sealed class CrossFileRules(ContentIndex index, ClaimLedger ledger, SiteFile site, DateTimeOffset now)
{
    // To fold a claim again takes microseconds; all claims of a large library at once would be a gigabyte.
    private const int MostFolded = 20_000;

    private readonly Dictionary<string, FoldedClaim?> _folded = new(StringComparer.Ordinal);
    private readonly ReferenceRules _references = new(index);

    /// <summary>The path at which findings about the site as a whole stand.</summary>
    public const string SitePath = "site.yaml";

    /// <summary>A claim with its states, folded once however many files name it, as long as they are not too many to hold.</summary>
    public FoldedClaim? FindClaim(string id)
    {
        var claim = ledger.Resolve(id);
        if (_folded.TryGetValue(claim, out var folded))
            return folded;
        if (_folded.Count == MostFolded)
            _folded.Clear();
        return _folded[claim] = ledger.Find(claim);
    }

    /// <summary>All findings about a file: its own, and those that other files cause.</summary>
    public IReadOnlyList<Diagnostic> Check(string path)
    {
        var findings = new List<Diagnostic>();
        if (index.Held.TryGetValue(path, out var held))
        {
            findings.AddRange(PictureRules.WithoutAnswered(held, index));
            findings.AddRange(_references.Check(held));
            findings.AddRange(PictureRules.Check(held, index, site.LintCredit));
            if (index.CollisionOf(held) is { } rival)
                findings.Add(Collision(held, rival));
        }
        else if (index.Live.TryGetValue(path, out var facts) && !facts.Vanished)
        {
            findings.AddRange(PictureRules.WithoutAnswered(facts, index));
            findings.AddRange(_references.Check(facts));
            findings.AddRange(PictureRules.Check(facts, index, site.LintCredit));
            if (facts.Article is { } article)
                CheckArticle(facts, article, findings);
            CheckWordings(facts, findings);
            findings.AddRange(ledger.Circles.Where(circle => circle.Path == path));
        }

        findings.AddRange(index.VanishedAt(path).SelectMany(CheckVanished));
        if (path == SitePath)
            findings.AddRange(SiteRules.Check(index, site, now));
        var list = new FindingList();
        foreach (var finding in findings.Distinct().Order(Diagnostic.PrintOrder))
            list.Add(finding);
        return list.Items;
    }

    /// <summary>The files whose findings depend on these claims: those that word them, and those whose claims read nearly the same.</summary>
    /// <param name="claims">Folded claims that changed.</param>
    public IEnumerable<string> ListNeighbours(IEnumerable<FoldedClaim> claims) => claims
        .Where(static claim => claim.Timeline.States.Count > 0 || claim.File is not null)
        .SelectMany(static claim => claim.Events.Select(static said => said.Entry.Text).Append(claim.File?.Text).OfType<string>().Distinct().Select(text => (claim.Id, Text: text, claim.Topics)))
        .SelectMany(said => index.Texts.ListNear(said.Id, said.Text, said.Topics))
        .Select(near => index.Live[near.Path].Path);

    private static Diagnostic Collision(FileFacts facts, FileFacts rival)
    {
        var sameId = facts.Id == rival.Id;
        var what = facts.Id.Length == 0 ? "what this says" : facts.Article is null || sameId ? $"the id \"{facts.Id}\"" : $"the slug \"{facts.Article.Slug}\"";
        return Find(DiagnosticCatalogue.DuplicateIdentity, facts.Path, facts.Article?.Identity ?? Place.Start, $"{what} belongs to {rival.Path}", "give one of the two another one");
    }

    private void CheckArticle(FileFacts facts, ArticleFacts article, List<Diagnostic> findings)
    {
        foreach (var claim in article.Claims)
        {
            if (claim.Implicit && index.IsListed(claim.Id))
            {
                findings.RemoveAll(static own => own.Code == DiagnosticCatalogue.ImplicitClaim.Code);
                findings.Add(Find(
                    DiagnosticCatalogue.ImplicitClaimTaken, facts.Path, Place.Start, $"no claim was made of the title: another article lists \"{claim.Id}\"", "write \"claims:\" with what is said, by whom and by when"));
                continue;
            }

            findings.AddRange((FindClaim(claim.Id)?.Timeline.Reports ?? []).Where(report => report.At.Path == facts.Path).Select(static report => report.ToDiagnostic()));
            if (claim is { Primary: true, Status: { } status } && status.IsOpen() && !article.Hedged && IsOpen(claim.Id))
            {
                findings.Add(Find(
                    DiagnosticCatalogue.OverclaimingHeadline, facts.Path, article.TitlePlace, $"the headline states the open claim \"{claim.Id}\" as a fact", "say that it may be so, or who says so"));
            }
        }
    }

    // The first wording of a claim is compared with claims that were there before it and are still open.
    private void CheckWordings(FileFacts facts, List<Diagnostic> findings)
    {
        foreach (var (id, text) in ClaimTexts.WordingsOf(facts))
        {
            foreach (var near in index.Texts.ListNear(id, text, ClaimTexts.TopicsOf(facts)))
            {
                if (FindClaim(id) is not { } own || FindClaim(near.Claim) is not { } other || own.Id == other.Id || !IsFirst(own, facts.Path)
                    || !ComesBefore(other, own) || !IsOpen(other.Id) || AreRelated(own, other))
                {
                    continue;
                }

                var at = facts.Article is { } article ? article.ClaimPlaces[article.Claims.ToList().FindIndex(entry => entry.Id == id)].Text : Place.Start;
                findings.Add(Find(
                    DiagnosticCatalogue.NearDuplicateClaim, facts.Path, at, $"same as \"{other.Id}\"? It says \"{near.Text}\"", "if so, use its id; if not, say how they differ"));
                break;
            }
        }
    }

    private bool IsOpen(string claim) =>
        FindClaim(claim)?.Timeline.FindAt(now) is not { } state || (state.Status?.IsOpen() == true && state.Display is not (ClaimDisplay.Superseded or ClaimDisplay.Disputed));

    private static bool IsFirst(FoldedClaim claim, string path) => claim.Events.FirstOrDefault(static said => said.Entry.Text is not null)?.Path == path;

    private static bool ComesBefore(FoldedClaim other, FoldedClaim own) =>
        other.Events is [var first, ..] && own.Events is [var mine, ..] && first.Claim != mine.Claim && ClaimEvent.FoldOrder.Compare(first, mine) < 0;

    private bool AreRelated(FoldedClaim a, FoldedClaim b) => RelationsOf(a).Contains(b.Id) || RelationsOf(b).Contains(a.Id);

    private IEnumerable<string> RelationsOf(FoldedClaim claim) => claim.Events
        .SelectMany(static said => said.Entry.PartOf.Concat(said.Entry.Contradicts).Concat(said.Entry.Supersedes))
        .Select(ledger.Resolve)
        .Concat(claim.Supersedes);

    private IEnumerable<Diagnostic> CheckVanished(FileFacts facts)
    {
        var address = "/news/" + facts.Article!.Slug;
        if (!IndexKeys.WaitedForBy(facts).Any(index.Has))
        {
            yield return Find(
                DiagnosticCatalogue.VanishedPath, facts.Path, Place.Start, $"{address} answers no more: its file was deleted", "add a line to redirects.yaml, or put the file back with \"removed:\"");
        }

        if (facts.Article.Claims.Count > 0)
        {
            yield return Find(
                DiagnosticCatalogue.DeletedWithClaims, facts.Path, Place.Start, $"the file of \"{facts.Id}\" was deleted, but it says something about claims, which stays", "put it back with \"removed:\" and a reason");
        }
    }

    private static Diagnostic Find(DiagnosticRule rule, string path, Place at, string message, string? hint) =>
        new(path, at.Line, at.Column, rule.Severity, rule.Code, message, hint);
}

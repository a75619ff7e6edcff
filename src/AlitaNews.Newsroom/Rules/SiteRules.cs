using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Rules;

/// <summary>What is wrong with the site as a whole; it stands at <c>site.yaml:1:1</c>.</summary>
internal static class SiteRules
{
    private static readonly (string Role, string Page)[] Policies =
        [("corrections", "corrections-policy"), ("unnamed-sources", "unnamed-sources"), ("verification", "how-we-verify")];

    /// <summary>The findings.</summary>
    public static IEnumerable<Diagnostic> Check(ContentIndex index, SiteFile site, DateTimeOffset now)
    {
        if (!index.HasPath("site.yaml") && !index.HasPath("site.yml"))
            yield return Find(DiagnosticCatalogue.NoSiteFile, "there is no site.yaml: defaults are used", "write one with at least title, base-url and timezone");
        foreach (var (role, page) in index.HasRumours ? Policies : [])
        {
            var name = site.Policies.GetValueOrDefault(role) ?? page;
            if (!index.Has(new(KeyKind.Page, name)))
                yield return Find(DiagnosticCatalogue.MissingPolicyPage, $"a site with rumours needs the page \"{name}\"", $"write pages/{name}.md, or name another page under policies.{role}");
        }

        foreach (var (section, ending, all) in index.Sections.ListMassExpiries(now))
        {
            var where = section.Length == 0 ? "without a section" : $"of the section \"{section}\"";
            yield return Find(DiagnosticCatalogue.MassExpiry, $"{ending} of {all} articles {where} expire within 30 days", "check that this is meant, for instance a default in _defaults.yaml");
        }
    }

    private static Diagnostic Find(DiagnosticRule rule, string message, string hint) =>
        new(CrossFileRules.SitePath, 1, 1, rule.Severity, rule.Code, message, hint);
}

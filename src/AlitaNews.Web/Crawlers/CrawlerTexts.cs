using System.Text;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Layout;

namespace AlitaNews.Web.Crawlers;

/// <summary>The short texts that machines look for at fixed addresses.</summary>
public static class CrawlerTexts
{
    private const int MonthsWithoutWord = 12;

    /// <summary><c>robots.txt</c> (RFC 9309): what the site's file says to each agent, and where the sitemaps are. Outside production nothing may be read.</summary>
    public static string Robots(SiteFrame frame, bool isProduction)
    {
        if (!isProduction)
            return "User-agent: *\nDisallow: /\n";
        var text = new StringBuilder();
        var agents = frame.Site.Robots.ToDictionary(static rule => OneLine(rule.Key), static rule => rule.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var (agent, rules) in agents)
        {
            text.Append("User-agent: ").Append(agent).Append('\n');
            foreach (var rule in rules.Select(OneLine).Where(static rule => rule.Length > 0))
                text.Append(rule.StartsWith('/') ? "Disallow: " + rule : rule).Append('\n');
            text.Append('\n');
        }

        // A search has no end; the rest is for everybody.
        if (!agents.ContainsKey("*"))
            text.Append("User-agent: *\nDisallow: /search\n\n");
        return text.Append("Sitemap: ").Append(frame.BaseUrl).Append("/sitemap.xml\nSitemap: ").Append(frame.BaseUrl).Append("/sitemap-news.xml\n").ToString();
    }

    /// <summary><c>security.txt</c> (RFC 9116), or null where the site names no contact.</summary>
    public static string? FindSecurity(SiteFrame frame)
    {
        if (frame.Site.SecurityContact is not { } contact)
            return null;
        var address = OneLine(contact);
        if (!address.Contains(':', StringComparison.Ordinal))
            address = "mailto:" + address;
        var month = new DateTimeOffset(frame.At.UtcDateTime.Year, frame.At.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        return $"""
            Contact: {address}
            Expires: {Instants.Machine(frame.Site.SecurityExpires ?? month.AddMonths(MonthsWithoutWord))}
            Preferred-Languages: {frame.Site.Language}
            Canonical: {frame.BaseUrl}/.well-known/security.txt

            """.ReplaceLineEndings("\n");
    }

    /// <summary><c>llms.txt</c>, or null where the site has it switched off.</summary>
    public static string? FindLlms(SiteFrame frame)
    {
        if (!frame.Site.Llms)
            return null;
        var text = new StringBuilder().Append("# ").Append(frame.Site.Title).Append("\n\n");
        if (frame.Site.Description is { } description)
            text.Append("> ").Append(OneLine(description)).Append("\n\n");
        text.Append("Every claim has a status that changes with the evidence: quote it with its status and its date, and read it again before you do.\n\n## Data\n\n");
        foreach (var (name, path) in new[] { ("Claims", "/claims.json"), ("Sources", "/sources.json"), ("Stories", "/feed.json"), ("Status changes", "/status/feed.json"), ("Corrections", "/corrections/feed.json") })
            text.Append($"- [{name}]({frame.AddressOf(path)})\n");
        text.Append("\n## How we work\n\n");
        foreach (var page in frame.StandingPages)
            text.Append($"- [{OneLine(page.Title)}]({frame.AddressOf("/" + page.Id)})\n");
        return text.ToString();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}

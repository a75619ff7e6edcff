namespace AlitaNews.Site.Tests.Claims;

/// <summary>Short words for writing copy about claims.</summary>
internal static class Copy
{
    /// <summary>The site that all tests here begin with: no policy pages are missing, the zone is London.</summary>
    public static Dictionary<string, string> Paper => new(StringComparer.Ordinal)
    {
        ["site.yaml"] = """
            title: AlitaNews
            base-url: https://alita.example
            timezone: Europe/London
            license: CC-BY-4.0
            """,
        ["pages/corrections-policy.md"] = "---\ntitle: How we correct\n---\nWe say so.\n",
        ["pages/unnamed-sources.md"] = "---\ntitle: Unnamed sources\n---\nSometimes.\n",
        ["pages/how-we-verify.md"] = "---\ntitle: How we verify\n---\nTwice.\n",
        ["sources/insider.md"] = "---\nname: A studio insider\nkind: anonymous-class\n---\nWho says to work there.\n",
    };

    /// <summary>An article: its id, its date, and its claims as flow maps.</summary>
    public static string Article(string id, string date, params string[] claims) => Article(id, date, "topics: [alita]", claims);

    /// <summary>An article with further front matter.</summary>
    public static string Article(string id, string date, string more, string[] claims) => $"""
        ---
        id: {id}
        title: Story {id}
        date: {date}
        authors: [newsroom]
        {more}
        claims:
        {string.Join('\n', claims.Select(static claim => $"  - {{{claim}}}"))}
        ---
        Text about it.
        """;

    /// <summary>The evidence that closing needs.</summary>
    public const string Proof = "evidence: [{url: \"https://example.org/proof\", title: Proof, kind: official}]";
}

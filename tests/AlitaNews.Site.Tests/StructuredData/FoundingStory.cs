using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.StructuredData;

/// <summary>The example of the content contract (section 12) as a small site: a rumour of 2023 that did not come true.</summary>
internal static class FoundingStory
{
    /// <summary>The origin of the site.</summary>
    public const string Origin = "https://alita.example";

    /// <summary>The files of the first day.</summary>
    public static Dictionary<string, string> Files => new(StringComparer.Ordinal)
    {
        ["site.yaml"] = """
            title: AlitaNews
            description: Film rumours and what became of them.
            base-url: https://alita.example
            language: en
            verification: {google: g-token, bing: b-token}
            license: CC-BY-4.0
            publisher: {name: Alita Press, same-as: [https://social.example/alita]}
            claim-review: true
            """,
        ["pages/corrections-policy.md"] = "---\ntitle: How we correct\ndescription: What we do when we are wrong.\nupdated: 2023-01-01\n---\nWe say so.\n",
        ["pages/unnamed-sources.md"] = "---\ntitle: Unnamed sources\n---\nSometimes.\n",
        ["pages/how-we-verify.md"] = "---\ntitle: How we verify\nnoindex: true\n---\nTwice.\n",
        ["sources/anon-studio-insider.md"] = "---\nname: Anonymous, studio insider\nkind: anonymous-class\n---\n",
        ["sources/sequel-producer.md"] = "---\nname: The producer\nkind: person\non-record: true\n---\n",
        ["articles/film/_index.md"] = "---\ntitle: Film & series\n---\n",
        ["articles/film/2023-01-10-alita-2.md"] = """
            ---
            id: alita-2-production-2023
            title: "Alita 2 <production> set to start in 2023 & beyond"
            kind: rumour
            standfirst: An insider says so; the studio has said nothing.
            date: 2023-01-10T09:30:00Z
            authors: [newsroom]
            topics: [alita-battle-angel-2]
            tags: [sequels, cyborgs]
            aliases: [/rumours/alita-2-2023/]
            sources:
              - {id: anon-studio-insider, role: origin, quote: says cameras roll later in 2023}
              - {id: sequel-producer, role: corroborates, url: "https://example.org/interview", date: 2022-12-20}
            claims:
              - id: alita-2-shoots-2023
                primary: true
                text: Principal photography on Alita 2 starts in 2023
                status: rumour
                due: 2023
                test: A trade paper reports the first day
                sources: [anon-studio-insider]
                known: [both want a sequel]
                unknown: [who the insider is]
              - id: alita-2-talks-2022
                text: The producer and the director discussed a sequel in late 2022
                status: confirmed
                sources: [sequel-producer]
                evidence: [{url: "https://example.org/interview", kind: on-record}]
            corrections:
              - {date: 2023-01-14, type: correction, text: The first film's year was wrong., was: "2018", now: "2019"}
            backstory: We were sent the tip by *mail*.
            ---
            Fans [could see it shot](claim:alita-2-shoots-2023) this year </script>, ||it ends badly|| they say.[^1]

            ## The studio

            Nothing. See [how we verify](/how-we-verify) and [below](#the-studio).

            [^1]: A note.
            """,
    };

    /// <summary>The file that an editor drops a year later.</summary>
    public static (string Path, string Text) Followup => ("articles/film/2024-02-01-no-cameras.md", """
        ---
        title: No cameras rolled for Alita 2 in 2023
        kind: factcheck
        date: 2024-02-01T10:00:00Z
        claims:
          - id: alita-2-shoots-2023
            status: missed
            evidence: [{url: "https://example.org/weekly", title: Listings, kind: document}]
            note: No shoot was listed.
        ---
        A year ago we reported that filming [would start](claim:alita-2-shoots-2023). It did not.
        """);

    /// <summary>The site in early 2023.</summary>
    public static Task<NewsSite> StartAsync(string now = "2023-02-01T12:00:00Z", params string[] settings) => NewsSite.StartAsync(now, Files, settings);
}

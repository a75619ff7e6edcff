namespace AlitaNews.Site.Tests.Browser;

/// <summary>A small paper in which every template and every block of a body occurs.</summary>
internal static class Paper
{
    /// <summary>The site's clock when it starts: the rumour's year has ended.</summary>
    public const string Now = "2024-03-01T12:00:00Z";

    /// <summary>The story that uses every block.</summary>
    public const string Story = "/news/cameras-roll-in-2023";

    /// <summary>The file of that story.</summary>
    public const string StoryFile = "articles/film/2023-01-10-cameras-roll-in-2023/index.md";

    /// <summary>A story set from right to left.</summary>
    public const string Arabic = "/news/arabic-story";

    /// <summary>Pictures, made on the spot.</summary>
    public static IReadOnlyList<string> Pictures { get; } =
        ["articles/film/2023-01-10-cameras-roll-in-2023/city.jpg", "articles/film/2023-01-10-cameras-roll-in-2023/duet.jpg", "media/labels.jpg"];

    /// <summary>The text files.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["site.yaml"] = """
            title: AlitaNews
            description: Film rumours and what became of them.
            report: mistakes@news.example
            """,
        ["pages/about.md"] = """
            ---
            title: About this paper
            standfirst: Who we are, and why [the first rumour](claim:cameras-roll) is still here.
            updated: 2024-01-02
            ---
            We print rumours and keep account of them.

            ## Who writes

            People do.

            | Role | Who |
            | --- | --- |
            | Editor | Ido |
            """,
        ["pages/corrections-policy.md"] = "---\ntitle: Corrections\nupdated: 2024-01-02\n---\nWe correct what was wrong.\n",
        ["pages/ai-use.md"] = "---\ntitle: Use of AI\nupdated: 2024-01-02\n---\nWe say where it was used.\n",
        ["authors/ido.md"] = "---\nname: Ido Daisuke\nrole: Editor\n---\nRepairs things.\n",
        ["sources/insider.md"] = "---\nname: Anonymous, studio insider\nkind: anonymous-class\n---\n",
        ["sources/landau.md"] = "---\nname: Jon Landau\nkind: person\non-record: true\n---\nProducer.\n",
        ["sources/trade.md"] = "---\nname: The Trade Paper\nkind: outlet\n---\n",
        ["topics/alita-2.md"] = "---\nname: Alita 2\nkind: film\n---\nA film that may be made.\n",
        ["articles/film/_index.md"] = "---\ntitle: Film\nstandfirst: Moving pictures.\n---\n",
        ["articles/film/2023-01-10-cameras-roll-in-2023/index.md"] = Rumour,
        ["articles/film/2024-02-20-the-script-is-done.md"] = """
            ---
            title: The script is done
            date: 2024-02-20
            authors: [ido]
            topics: [alita-2]
            standfirst: The studio has said so.
            hero: { src: /media/labels.jpg, alt: Waves, kind: illustration, credit: AlitaNews }
            sources: [{ id: landau, role: origin, on-record: true }]
            claims:
              - id: script-done
                text: The script of the second film is finished
                status: confirmed
                primary: true
                sources: [landau]
                evidence: [{ url: "https://studio.example/news", title: Statement, kind: official }]
            corrections:
              - { date: 2024-02-21, type: correction, text: We gave the wrong draft., was: second, now: third }
            ---
            It is [done](claim:script-done), and [the cameras](claim:cameras-roll) wait.
            """,
        ["articles/film/2024-02-10-a-poster-that-is-not.md"] = """
            ---
            title: A poster that is no Filmankündigungsaushangveröffentlichungsgenehmigung
            date: 2024-02-10
            kind: factcheck
            claims:
              - id: poster-real
                text: The poster that went round is official
                status: debunked
                primary: true
                sources: [trade]
                evidence: [{ url: "https://studio.example/poster", title: Statement, kind: official }]
            ---
            Nobody drew it for the studio.
            """,
        ["articles/film/2024-02-25-due-in-march.md"] = """
            ---
            title: A trailer is said to come in March
            kind: rumour
            date: 2024-02-25
            claims:
              - id: trailer-march
                text: A trailer appears in March 2024
                status: rumour
                primary: true
                due: 2024-03
                test: The studio publishes it
                sources: [insider, trade]
            ---
            Two voices say so.
            """,
        ["articles/desk/2024-01-05-how-we-count.md"] = "---\ntitle: How we count\ndate: 2024-01-05\nkind: opinion\n---\nSlowly, and twice.\n",
        ["articles/desk/2024-01-06-paid.md"] =
            "---\ntitle: A word from a shop\ndate: 2024-01-06\nsponsor: { name: A Shop, url: \"https://shop.example/\" }\n---\nThey sell film posters.\n",
        ["articles/desk/2024-01-07-taken-down.md"] =
            "---\ntitle: A story taken down\ndate: 2024-01-07\nremoved: { date: 2024-01-09, reason: It named a child., by: the editor }\n---\nGone.\n",
        ["articles/film/2024-02-12-arabic-story.md"] = """
            ---
            title: قصة عن فيلم
            slug: arabic-story
            date: 2024-02-12
            lang: ar
            standfirst: جملة أولى قصيرة.
            claims:
              - id: arabic-claim
                text: يبدأ التصوير قريبا
                status: rumour
                primary: true
                sources: [insider]
            ---
            فقرة أولى من النص.

            - بند أول
            - بند ثان

            > اقتباس قصير
            """,
    };

    private const string Rumour = """
        ---
        title: Cameras are said to roll in 2023
        kind: rumour
        date: 2023-01-10
        featured: true
        authors: [ido]
        topics: [alita-2]
        tags: [sequels]
        series: alita-2
        ai-use: assisted
        content-warning: Contains a guess.
        standfirst: An [insider](source:insider) says [cameras roll this year](claim:cameras-roll). *Nothing* is confirmed.
        backstory: We heard it from [one voice](source:insider) and could not check it.
        sources:
          - { id: insider, role: origin, anonymity: fears for the job }
          - { id: landau, role: corroborates, on-record: true, quote: very excited, url: "https://talk.example/landau" }
        claims:
          - id: cameras-roll
            text: Cameras roll on the second film in 2023
            status: rumour
            primary: true
            due: 2023
            test: The studio names the day
            sources: [insider]
            known: [The first film was released in 2019]
            unknown: [Who the source is]
        ---
        Cameras [roll soon](claim:cameras-roll), says an [insider](source:insider). See [the film](topic:alita-2) and
        [a later story](/news/the-script-is-done). A note.[^1]

        ![A city in the sky above a red glow](city.jpg "A city, *drawn*."){kind=concept-art credit="AlitaNews" license=CC-BY-4.0}

        ## A promise

        - Advertisement -

        :::quote source=insider
        > It is happening
        :::

        ![Two forms lean towards each other](duet.jpg "Two of them."){kind=illustration credit="AlitaNews"}

        > [!NOTE] On numbers
        > They are rounded.

        ## A wait

        :::claim cameras-roll
        :::

        :::timeline claim=cameras-roll
        :::

        :::spoiler How it ends
        Well.
        :::

        https://www.youtube.com/watch?v=abcdefghijk

        ## A table

        | Year | What | Distributor | Reservation | Photography | Performances |
        | --- | --- | --- | --- | --- | ---: |
        | 2019 | The first film | Unknown | None | Principal | 120,000,000 |

        1. One
        2. Two with `code` and ==a mark==

        ```text
        A very long line of code that does not fit into a narrow column and must scroll on its own, without the page.
        ```

        :::known
        - It was said
        :::

        [^1]: A footnote.
        """;
}

using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Newsroom.Tests.Articles;

public class ClaimEntryTests
{
    [Fact]
    public void The_example_of_the_contract_is_read_without_a_finding()
    {
        var draft = Draft.OfText(
            """
            ---
            schema: 1                                  # content-contract version (default: 1)
            id: alita-2-production-2023                # stable identity
            title: "Alita 2 production set to start in 2023"
            kind: rumour
            kicker: Film
            standfirst: >-
              An unnamed insider says the Alita sequel shoots this year; the studio has said nothing.
            date: 2023-01-10T09:30:00Z
            updated: 2023-01-14T08:00:00Z
            authors: [newsroom]
            topics: [alita-battle-angel-2, robert-rodriguez, science-fiction]
            tags: [alita-battle-angel, sequels]
            aliases: [/rumours/alita-2-2023/]
            hero:
              src: alita-concept.jpg                   # lies next to this file
              alt: Painted portrait of a cyborg woman
              caption: What the sequel's heroine might look like.
              kind: concept-art
              credit: AlitaNews
              license: CC-BY-4.0
            sources:
              - id: anon-studio-insider
                role: origin
                anonymity: fears losing their job
                quote: says cameras roll later in 2023
              - id: sequel-producer
                role: corroborates
                on-record: true
                url: https://example.org/producer-interview
                date: 2022-12-20
            claims:
              - id: alita-2-shoots-2023
                primary: true
                text: Principal photography on Alita 2 starts in 2023
                status: rumour
                due: 2023                              # whole year
                test: A studio notice reports the first shooting day
                type: production-start
                sources: [anon-studio-insider]
                known: [the two filmmakers want a sequel, the producer met the director recently]
                unknown: [who the insider is, whether the studio has approved a budget]
              - id: alita-2-talks-2022
                text: The producer and the director discussed a sequel in late 2022
                status: confirmed
                asof: 2022-12-20
                sources: [sequel-producer]
                evidence:
                  - { url: "https://example.org/producer-interview", title: Interview with the producer, kind: on-record }
            corrections:
              - date: 2023-01-14
                type: correction
                text: The first film's release year was wrong.
                was: "2018"
                now: "2019"
            backstory: We were sent the tip by e-mail on 8 January and could not identify the sender.
            spoiler: none
            ai-use: none
            verification: 0b7d225104f108aaa0e729050cb4fc1e
            ---
            Body
            """,
            "articles/film/2023-01-10-alita-2-production-2023.md");
        Assert.Empty(draft.Found);
        var article = draft.Article;
        Assert.Equal("alita-2-production-2023", article.Slug);
        Assert.Equal(["/rumours/alita-2-2023"], article.Aliases);
        Assert.Equal([true, false], article.Claims.Select(c => c.Primary));
        Assert.Equal(("2023", ClaimStatus.Rumour, "production-start"), (article.Claims[0].Due, article.Claims[0].Status, article.Claims[0].Type));
        Assert.Equal("on-record", article.Claims[1].Evidence[0].Kind);
        Assert.Equal([SourceRole.Origin, SourceRole.Corroborates], article.Sources.Select(s => s.Role));
        Assert.True(article.Sources[1].OnRecord);
        var hero = draft.Parsed!.Hero!;
        Assert.Equal(("alita-concept.jpg", "AlitaNews", "CC-BY-4.0"), (hero.Src, hero.Facts.Credit, hero.Facts.License));
        Assert.StartsWith("An unnamed insider", draft.Parsed.Standfirst!.Text, StringComparison.Ordinal);
        Assert.Contains(draft.Parsed.References, r => r is { Kind: FieldReferenceKind.Source, Id: "sequel-producer" });
    }

    [Theory]
    [InlineData("status: true", ClaimStatus.Confirmed)]
    [InlineData("status: false", ClaimStatus.Debunked)]
    [InlineData("status: rumor", ClaimStatus.Rumour)]
    [InlineData("status: Mixed", ClaimStatus.Partly)]
    [InlineData("status: void", ClaimStatus.Withdrawn)]
    public void Statuses_have_other_words_which_are_never_switches(string yaml, ClaimStatus status) =>
        Assert.Equal(status, Draft.Of("title: A\nclaims:\n  - id: c\n    " + yaml).Article.Claims[0].Status);

    [Theory]
    [InlineData("status: rumoured", "5:13 AN0109")]
    [InlineData("status: overdue", "5:13 AN0109")]
    [InlineData("due: soon", "5:10 AN0606")]
    [InlineData("due: 2023-Q5", "5:10 AN0606")]
    [InlineData("asof: 2030-01-01", "5:11 AN0610")]
    [InlineData("asof: 01/02/2023", "5:11 AN0204")]
    [InlineData("grace: -1", "5:12 AN0108")]
    [InlineData("likelihood: 1.5", "5:17 AN0108")]
    [InlineData("staus: rumour", "5:5 AN0106")]
    [InlineData("colour: red", "5:5 AN0107")]
    [InlineData("evidence: [{title: x}]", "5:16 AN0114")]
    [InlineData("sources: [{role: origin}]", "5:15 AN0114")]
    [InlineData("sources: [{id: a, role: gossip}]", "5:29 AN0109")]
    public void What_cannot_be_used_is_named_and_the_entry_stays(string yaml, string place)
    {
        var draft = Draft.Of("title: A\nclaims:\n  - id: c\n    " + yaml);
        Assert.Equal([place], draft.Places);
        Assert.Single(draft.Article.Claims);
    }

    [Fact]
    public void An_unknown_status_makes_the_entry_a_mention() =>
        Assert.Null(Draft.Of("title: A\nclaims:\n  - id: c\n    status: maybe").Article.Claims[0].Status);

    [Theory]
    [InlineData("claims:\n  - id: two words", "4:9 AN0312")]
    [InlineData("claims:\n  - text: x", "4:5 AN0114")]
    public void An_entry_without_a_usable_id_is_left_out(string yaml, string place)
    {
        var draft = Draft.Of("title: A\n" + yaml);
        Assert.Equal([place], draft.Places);
        Assert.Empty(draft.Article.Claims);
    }

    [Fact]
    public void A_claim_listed_twice_and_a_second_primary_are_named()
    {
        var draft = Draft.Of("title: A\nclaims:\n  - {id: a, status: rumour, primary: true}\n  - {id: b, status: rumour, primary: true}\n  - {id: a}");
        Assert.Equal(["5:38 AN0608", "6:5 AN0604"], draft.Places);
        Assert.Equal(["a True", "b False"], draft.Article.Claims.Select(c => $"{c.Id} {c.Primary}"));
    }

    [Fact]
    public void The_first_entry_with_a_status_is_primary_by_default() =>
        Assert.Equal([false, true, false], Draft.Of("title: A\nclaims:\n  - a\n  - {id: b, status: rumour}\n  - {id: c, status: rumour}").Article.Claims.Select(c => c.Primary));

    [Fact]
    public void A_rumour_without_claims_gets_one_of_its_title()
    {
        var (article, codes) = Draft.Complete("title: 'RUMOUR: It starts'");
        Assert.Equal(["AN0616"], codes);
        var claim = Assert.Single(article.Claims);
        Assert.Equal(("story", "It starts", ClaimStatus.Rumour, true, true), (claim.Id, claim.Text, claim.Status, claim.Primary, claim.Implicit));
    }

    [Fact]
    public void The_body_gives_a_title_and_its_prefix_counts()
    {
        var (article, codes) = Draft.Complete("date: 2023-01-01", CompiledBody.Empty with { LiftedTitle = "RUMOUR: From the body" });
        Assert.Equal(("From the body", ArticleKind.Rumour), (article.Title, article.Kind));
        Assert.Equal(["AN0616"], codes);
        Assert.Equal(("Story", "AN0111"), Draft.Complete("date: 2023-01-01") is var (named, found) ? (named.Title, found[0]) : default);
    }

    [Fact]
    public void The_summary_comes_from_the_first_place_that_has_one()
    {
        var body = CompiledBody.Empty with { Excerpt = "Excerpt", FirstParagraph = string.Join(' ', Enumerable.Repeat("word", 100)) };
        Assert.Equal("Written", Draft.Complete("title: A\nsummary: Written", body, "Standfirst").Article.Summary);
        Assert.Equal("Excerpt", Draft.Complete("title: A", body, "Standfirst").Article.Summary);
        Assert.Equal("Standfirst", Draft.Complete("title: A", body with { Excerpt = null }, "Standfirst").Article.Summary);
        var summary = Draft.Complete("title: A", body with { Excerpt = null }).Article.Summary!;
        Assert.InRange(summary.Length, 250, 300);
        Assert.EndsWith("word…", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_blocks_of_the_body_know_joins_the_primary_claim()
    {
        const string Claims = "title: A\nclaims:\n  - {id: a, status: rumour, known: [x]}";
        var (article, codes) = Draft.Complete(Claims, CompiledBody.Empty with { Known = ["x", "y"], Unknown = ["z"] });
        Assert.Empty(codes);
        Assert.Equal(["x", "y"], article.Claims[0].Known);
        Assert.Equal(["z"], article.Claims[0].Unknown);
        Assert.Equal(["AN0613"], Draft.Complete(Claims).Codes);
    }
}

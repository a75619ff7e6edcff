using System.Text;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Tests.Rules;

/// <summary>What the files of a small folder, compiled as they are, come to in the ledger.</summary>
public sealed class ClaimLedgerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly CompileSettings Settings = new()
    {
        Site = SiteFile.Default,
        Now = Now,
        Layout = ContentLayout.Detect(new HashSet<string> { "articles" }),
    };

    private readonly ContentIndex _index = new();

    [Theory]
    [InlineData("supersedes: [one, two]", "2:19")]
    [InlineData("split-into:\n  - two", "3:5")]
    public void A_circle_that_a_claims_own_file_closes_is_reported_at_the_id_it_names(string field, string place)
    {
        var (first, second) = field.StartsWith("split", StringComparison.Ordinal) ? ("2025-01-02", "2025-01-01") : ("2025-01-01", "2025-01-02");
        Put("articles/a.md", Article(first, "- {id: three, text: The third, status: rumour}"));
        Put("articles/b.md", Article(second, "- {id: two, text: The second, status: rumour}\n  - {id: one, text: The first, status: rumour}"));
        Put("articles/c.md", Article("2024-01-01", field.StartsWith("split", StringComparison.Ordinal) ? "- {id: three, text: The third, status: rumour, supersedes: [two]}" : "- {id: two, status: rumour, supersedes: [three]}"));
        Put("claims/three.md", $"---\n{field}\n---\n");
        var circle = Assert.Single(Ledger().Circles);
        Assert.Equal(("claims/three.md", place), (circle.Path, $"{circle.Line}:{circle.Column}"));
    }

    [Fact]
    public void An_alias_means_the_claim_and_is_none_by_itself()
    {
        Put("articles/a.md", Article("2025-01-01", "- {id: old-name, text: One sentence, status: rumour}"));
        Put("claims/new-name.md", "---\naliases: [old-name]\n---\n");
        var ledger = Ledger();
        Assert.Null(ledger.Find("old-name"));
        Assert.Equal(["new-name"], ledger.ListAll());
        Assert.Equal(["old-name"], ledger.AliasesOf("new-name"));
        Assert.Single(ledger.Find("new-name")!.Events);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void An_article_says_the_same_of_a_claim_however_many_it_speaks_of(int claims)
    {
        Put("articles/a.md", Article("2025-01-01", string.Join("\n  ", Enumerable.Range(0, claims).Select(static i => $"- {{id: c{i}, text: Sentence {i}, status: rumour}}"))));
        Put("articles/b.md", Article("2025-01-02", "- {id: c2, text: Another wording, status: unverified}"));
        var ledger = Ledger();
        Assert.Equal(["articles/a.md", "articles/b.md"], ledger.Find("c2")!.Events.Select(static said => said.Path));
        Assert.Equal(2, ledger.Find("c2")!.Events[0].Position);
        Assert.Single(ledger.Find("c1")!.Events);
        Assert.Null(ledger.Find("c300"));
    }

    [Fact]
    public void Drafts_say_nothing()
    {
        Put("articles/a.md", Article("2025-01-01", "- {id: one, text: One sentence, status: rumour}"));
        Put("articles/b.md", Article("2025-01-02\ndraft: true", "- {id: one, status: debunked, evidence: [{url: \"https://example.org/x\"}]}"));
        Assert.Equal(ClaimStatus.Rumour, Assert.Single(Ledger().Find("one")!.Events).Entry.Status);
        Assert.Null(Ledger().Find("nothing"));
    }

    [Fact]
    public void A_change_of_a_source_touches_the_claims_of_those_who_name_it()
    {
        Put("articles/a.md", Article("2025-01-01", "- {id: one, text: One sentence, status: rumour, sources: [jane]}"));
        Put("articles/b.md", Article("2025-01-02", "- {id: other, text: Another sentence, status: rumour}"));
        var source = Put("sources/jane.md", "---\nname: Jane\nkind: official\n---\n");
        Assert.Equal(["one"], Ledger().ListTouched([source]));
        Assert.True(Assert.Single(Ledger().Find("one")!.Events).Vouched);
    }

    [Fact]
    public void A_claim_has_the_topics_of_its_file_and_of_its_articles()
    {
        Put("articles/a.md", Article("2025-01-01\ntopics: [film]", "- {id: one, text: One sentence, status: rumour}"));
        Put("claims/one.md", "---\ntopics: [studio]\n---\n");
        Assert.Equal(["studio", "film"], Ledger().Find("one")!.Topics);
    }

    private static string Article(string date, string claims) => $"---\ntitle: A headline\ndate: {date}\nclaims:\n  {claims}\n---\nText.\n";

    private ClaimLedger Ledger() => new(_index, ClaimRules.Of(SiteFile.Default));

    private FileFacts Put(string path, string text)
    {
        var facts = NewsroomCompiler.Compile(path, Settings.Layout.KindOf(path, static _ => false), Encoding.UTF8.GetBytes(text), Now, null, Settings).Facts;
        Assert.DoesNotContain(facts.Own, static found => found.Blocks);
        _index.BeginRound();
        _index.Apply([facts], []);
        return facts;
    }
}

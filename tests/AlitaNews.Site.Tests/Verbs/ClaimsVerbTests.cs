using AlitaNews.Site.Tests.Claims;
using AlitaNews.Site.Tests.Postgres;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Web;

namespace AlitaNews.Site.Tests.Verbs;

public sealed class ClaimsVerbTests
{
    [Fact]
    public async Task Claims_are_listed_with_when_they_are_due_and_where_they_are_written()
    {
        await using var site = await NewsSite.StartAsync("2024-03-01T00:00:00Z", new Dictionary<string, string>(Copy.Paper)
        {
            ["articles/film/a.md"] = Copy.Article("a", "2023-01-01", "id: late, text: Late, status: rumour, due: 2023, test: A notice, sources: [insider]", "id: vague, text: Some day, status: rumour, sources: [insider]"),
            ["articles/film/b.md"] = Copy.Article("b", "2023-01-02", "id: soon, text: Soon, status: unverified, due: 2024-Q1, test: A notice, sources: [insider]", $"id: done, text: Done, status: confirmed, {Copy.Proof}"),
        });
        string[] store = [$"--ConnectionStrings:Postgres={site.Part<SiteSettings>().ConnectionString}", "--Alita:Clock=2024-03-01T00:00:00Z", "--environment=Staging"];

        var due = await Executable.RunAsync(["claims", "--due", .. store]);
        Assert.Equal((0, "2023     overdue     late  Late  articles/film/a.md:8\n2024-Q1  unverified  soon  Soon  articles/film/b.md:8"), (due.Code, due.Output.ReplaceLineEndings("\n")));
        var overdue = await Executable.RunAsync(["claims", "--overdue", .. store]);
        Assert.Equal((0, "2023  overdue  late  Late  articles/film/a.md:8"), (overdue.Code, overdue.Output));
        var settled = await Executable.RunAsync(["claims", "--status", "confirmed", .. store]);
        Assert.Equal((0, "-  confirmed  done  Done  articles/film/b.md:9"), (settled.Code, settled.Output));
    }

    [Fact]
    public async Task Nothing_ingested_is_no_failure_and_an_unknown_word_is_wrong_use()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        var empty = await Executable.RunAsync("claims", $"--ConnectionStrings:Postgres={database.ConnectionString}");
        Assert.Equal((0, ""), (empty.Code, empty.Output));
        Assert.Contains("Nothing is ingested yet", empty.Errors, StringComparison.Ordinal);
        await database.DisposeAsync();

        Assert.Equal(2, (await Executable.RunAsync("claims", "--status", "odd")).Code);
    }
}

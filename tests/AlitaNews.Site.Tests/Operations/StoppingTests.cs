using System.Runtime.InteropServices;
using AlitaNews.Site.Tests.Live;
using Npgsql;

namespace AlitaNews.Site.Tests.Operations;

/// <summary>Told to stop, the site finishes what it began and begins nothing else.</summary>
public sealed class StoppingTests
{
    // What the image sets, and an account without a home.
    private static readonly Dictionary<string, string> Image = new() { ["ASPNETCORE_HTTP_PORTS"] = "8080", ["HOME"] = "/nowhere" };

    [Fact]
    public async Task A_round_that_was_begun_is_finished_and_no_answer_is_cut_short_when_the_site_is_told_to_stop()
    {
        await using var site = await ServedSite.StartAsync(Image, ("articles/first.md", LiveSite.Article("First")));

        // The round waits for a table that somebody else holds.
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("lock table article in share mode", connection, transaction))
            await hold.ExecuteNonQueryAsync();
        site.Write("articles/second.md", LiveSite.Article("Second"));
        await ServedSite.UntilAsync(async () => await site.CountAsync("select count(*) from pg_locks where not granted and relation = 'article'::regclass") > 0);
        var read = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReadUntilNobodyListensAsync(site)));
        await ServedSite.UntilAsync(async () => await site.StatusOfAsync("/healthz") is not null);

        site.Program.Signal(PosixSignal.SIGTERM);
        var pages = await read;
        await transaction.CommitAsync();

        Assert.Equal(0, await site.Program.EndAsync());
        Assert.All(pages.SelectMany(static page => page), static page => Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal));
        Assert.Equal(1, await site.CountAsync("select count(*) from article where slug = 'second'"));
        Assert.Equal("", site.Program.Errors);

        // Nothing that an operator would have to wonder about.
        Assert.DoesNotContain("DataProtection", site.Program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Overriding", site.Program.Output, StringComparison.Ordinal);
    }

    // A connection that is refused was not begun; an answer that was begun has to be whole.
    private static async Task<List<string>> ReadUntilNobodyListensAsync(ServedSite site)
    {
        var pages = new List<string>();
        while (await site.FindAnswerAsync("/news/first") is { } answer)
        {
            using (answer)
                pages.Add(await answer.Content.ReadAsStringAsync());
        }

        return pages;
    }
}

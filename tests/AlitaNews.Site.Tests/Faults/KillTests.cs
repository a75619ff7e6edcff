using System.Diagnostics;
using System.Globalization;
using System.Net;
using AlitaNews.Site.Tests.Verbs;
using Npgsql;
using Xunit.Abstractions;

namespace AlitaNews.Site.Tests.Faults;

/// <summary>Kill anything, lose nothing: site, server or both end as by <c>kill -9</c>, at any moment of an ingest.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Files = 120;
    private const int Changes = 30;

    // What the folder says, whatever happened on the way; only when it was seen may differ.
    private static readonly string[] Contents =
    [
        "select id, slug, path, stem, title, kind, section, date, publish, expires, draft, removed, vanished, primary_claim, own_status, claims, sources, links, card, piece, text_hash, body from article",
        "select list, publish, article, until from listing",
        "select claim, article, path, position, publish, piece from claim_event",
        "select claim, from_at, until_at, status, display, flags, due, changed_at from claim_state",
        "select id, sources, merged_into, piece from claim",
        "select kind, id, path, name, body from dossier",
        "select subject, at from tick",
        "select path, size, hash, state from file",
        "select path, line, col, severity, code, message from problem",
    ];

    /// <summary>A few by default; fifty where the long tests are asked for.</summary>
    public static TheoryData<int> Kills => [Environment.GetEnvironmentVariable("ALITA_TEST_ALL") == "1" ? 50 : 6];

    [Theory]
    [MemberData(nameof(Kills))]
    public async Task Nothing_is_lost_and_nothing_doubled_by_kills_at_any_moment(int kills)
    {
        await using var server = await FaultServer.CreateAsync();
        await server.StartAsync();
        await using var site = new FaultSite(server.ConnectionString);
        for (var i = 0; i < Files; i++)
            Write(site, i, 0);

        var random = new Random(kills);
        var worst = TimeSpan.Zero;
        var whileWriting = 0;
        site.Start();
        for (var kill = 1; kill <= kills; kill++)
        {
            for (var i = 0; i < Changes; i++)
                Write(site, random.Next(Files + kill), kill);
            // Every other kill at any moment at all, the others while a round is being written.
            if (kill % 2 == 0 && await IsWritingAsync(server))
                whileWriting++;
            await Task.Delay(random.Next(kill % 2 == 0 ? 60 : 900));
            if (kill % 3 != 1)
                await server.KillAsync();
            if (kill % 3 != 2)
                await site.Program.KillAsync();
            var began = Stopwatch.GetTimestamp();
            if (kill % 3 != 1)
                await server.StartAsync();
            if (kill % 3 != 2)
            {
                site.Program.Dispose();
                site.Start();
            }

            await site.AnswersAsync("/readyz", HttpStatusCode.OK);
            worst = worst > Stopwatch.GetElapsedTime(began) ? worst : Stopwatch.GetElapsedTime(began);
        }

        Write(site, 0, kills + 1);
        await site.ShowsAsync("/news/story-0", $"Version {kills + 1}.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills, {whileWriting} of them inside a transaction that wrote; ready again after {worst.TotalMilliseconds:0} ms at worst"));
        await IsWhatTheFolderSaysAsync(server, site);
    }

    [Fact]
    public async Task The_embedded_server_is_started_again_by_its_site()
    {
        await using var site = new FaultSite(connectionString: null);
        site.WriteArticles(3);
        await site.StartReadyAsync();
        await site.ShowsAsync("/news/story-1", "First.");
        await site.ShowsAsync("/", "Story 1");
        await using var watcher = new Watcher(site, "/", "/news/story-1");
        var killed = File.ReadLines(site.PostmasterFile).First();
        await Process.Start("kill", ["-KILL", killed]).WaitForExitAsync();
        site.Write("articles/story-1.md", FaultSite.Article("Story 1", "Second."));
        var began = Stopwatch.GetTimestamp();
        await site.ShowsAsync("/news/story-1", "Second.");
        Assert.NotEqual(killed, File.ReadLines(site.PostmasterFile).First());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the next edit is seen after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms"));
        output.WriteLine(await watcher.EndAsync());
    }

    // Waits for it; a round may have been over before it was seen.
    private static async Task<bool> IsWritingAsync(FaultServer server)
    {
        const string sql = "select count(*) from pg_stat_activity where application_name = 'alitanews' and backend_xid is not null";
        await using var connection = await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        for (var i = 0; i < 1_000; i++)
        {
            if (await command.ExecuteScalarAsync() is > 0L)
                return true;
            await Task.Delay(2);
        }

        return false;
    }

    private static async Task IsWhatTheFolderSaysAsync(FaultServer server, FaultSite site)
    {
        await server.AskAsync("create database fresh");
        var (code, _, errors) = await Executable.RunAsync("ingest", "--Alita:Content", site.Root, "--ConnectionStrings:Postgres", server.ConnectionStringOf("fresh"));
        Assert.True(code == 0, errors);
        foreach (var sql in Contents)
        {
            var rows = $"select string_agg(t::text, e'\\n' order by t::text) from ({sql}) t";
            Assert.Equal(await server.AskAsync(rows, "fresh"), await server.AskAsync(rows));
        }
    }

    private static void Write(FaultSite site, int number, int version) => site.Write($"articles/story-{number}.md", $"""
        ---
        title: Story {number}
        date: 2024-01-02T03:04:05Z
        kind: rumour
        claims:
          - id: claim-{number % 40}
            text: That {number % 40} happens
            status: rumour
            due: 2024-06
            sources: [someone]
        ---
        Version {version}. See [the one before](story-{Math.Max(0, number - 1)}.md).

        {string.Join("\n\n", Enumerable.Range(0, 20).Select(line => $"Line {line} of version {version} of story {number}."))}

        """);
}

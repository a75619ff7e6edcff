using System.Net;
using System.Runtime.InteropServices;
using AlitaNews.Site.Tests.Postgres;

namespace AlitaNews.Site.Tests.Verbs;

/// <summary>Folders, settings and ends as they should not be, on the real program.</summary>
public sealed class BadSurroundingsTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alitanews-surroundings-").FullName;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_connection_string_that_cannot_be_parsed_is_one_line_and_exit_code_2()
    {
        var (code, output, errors) = await Executable.RunAsync("serve", "--Alita:Content", _folder, "--ConnectionStrings:Postgres", "Hoist=x;;=");
        Assert.Equal(2, code);
        Assert.Contains("ConnectionStrings", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'));
        Assert.Empty(output);
    }

    [Fact]
    public async Task A_content_folder_that_is_a_file_or_not_there_is_one_line_and_exit_code_2()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        foreach (var content in new[] { file, Path.Combine(_folder, "nowhere") })
        {
            var (code, _, errors) = await Executable.RunAsync("serve", "--Alita:Content", content);
            Assert.Equal(2, code);
            Assert.Contains(content, errors, StringComparison.Ordinal);
            Assert.Single(errors.Split('\n'));
        }
    }

    [Fact]
    public async Task Ingest_is_exit_code_0_whatever_the_content_says_and_2_without_its_database()
    {
        var empty = new TestDatabase();
        await empty.InitializeAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "broken.md"), "---\ntitle: [\n---\nBroken.\n");
        string[] ingest = ["ingest", "--Alita:Content", _folder, "--ConnectionStrings:Postgres"];
        var (code, output, errors) = await Executable.RunAsync([.. ingest, empty.ConnectionString]);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("changed broken.md", output, StringComparison.Ordinal);
        (code, output, _) = await Executable.RunAsync([.. ingest, empty.ConnectionString]);
        Assert.Equal((0, "Nothing changed."), (code, output));
        await empty.DisposeAsync();

        (code, output, errors) = await Executable.RunAsync([.. ingest, "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2"]);
        Assert.Equal((2, ""), (code, output));
        Assert.Single(errors.Split('\n'));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("claims")]
    public async Task A_database_of_a_newer_build_is_one_line_and_exit_code_2(string verb)
    {
        var newer = new TestDatabase();
        await newer.InitializeAsync();
        await using (var connection = await newer.News.OpenWriterAsync(CancellationToken.None))
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "insert into schema_version (number, name) values (9999, 'of_tomorrow')";
            await command.ExecuteNonQueryAsync();
        }

        var (code, output, errors) = await Executable.RunAsync(
            verb, "--Alita:Content", _folder, "--ConnectionStrings:Postgres", newer.ConnectionString, "--urls", "http://127.0.0.1:0", "--Alita:ManagementUrls", "http://127.0.0.1:0");
        await newer.DisposeAsync();

        Assert.Equal(2, code);
        Assert.Contains("start the newer build", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'));
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_is_an_empty_edition_and_a_broken_file_takes_nothing_down()
    {
        var address = $"http://127.0.0.1:{Executable.FreePort()}";
        using var site = Serve(address, "--ConnectionStrings:Postgres", database.ConnectionString);
        await AnswersAsync(address + "/readyz", HttpStatusCode.OK);
        Assert.Contains("Nothing is published yet", await _client.GetStringAsync(address), StringComparison.Ordinal);

        Directory.CreateDirectory(Path.Combine(_folder, "articles"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "articles", "broken.md"), "---\ntitle: [\n---\nBroken.\n");
        await WriteAsync("good");
        await AnswersAsync(address + "/news/good", HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(address + "/news/broken")).StatusCode);
        var (code, output, _) = await Executable.RunAsync("check", _folder);
        Assert.Equal(1, code);
        Assert.Contains("articles/broken.md:", output, StringComparison.Ordinal);

        site.Signal(PosixSignal.SIGTERM);
        Assert.Equal(0, await site.EndAsync());
        Assert.DoesNotContain("   at ", site.Errors + site.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task A_site_that_was_killed_finds_its_database_again_and_a_site_that_is_stopped_stops_it(PosixSignal signal)
    {
        var data = Directory.CreateTempSubdirectory("alitanews-killed-");
        data.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        var postmaster = Path.Combine(data.FullName, "pg", "cluster", "postmaster.pid");
        await WriteAsync("before");
        var address = $"http://127.0.0.1:{Executable.FreePort()}";
        using (var killed = Serve(address, "--Alita:Data", data.FullName))
        {
            await AnswersAsync(address + "/news/before", HttpStatusCode.OK);
            await killed.KillAsync();
        }

        Assert.True(File.Exists(postmaster));
        await WriteAsync("meanwhile");
        address = $"http://127.0.0.1:{Executable.FreePort()}";
        using (var again = Serve(address, "--Alita:Data", data.FullName))
        {
            await AnswersAsync(address + "/news/meanwhile", HttpStatusCode.OK);
            await AnswersAsync(address + "/news/before", HttpStatusCode.OK);
            again.Signal(signal);
            Assert.Equal(0, await again.EndAsync());
        }

        Assert.False(File.Exists(postmaster));
        data.Delete(recursive: true);
    }

    private Executable Serve(string address, params string[] settings) =>
        Executable.Start(["serve", "--Alita:Content", _folder, "--urls", address, "--Alita:ManagementUrls", $"http://127.0.0.1:{Executable.FreePort()}", .. settings]);

    private Task WriteAsync(string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "articles"));
        return File.WriteAllTextAsync(Path.Combine(_folder, "articles", name + ".md"), $"---\ntitle: {name}\ndate: 2024-01-01\n---\nText.\n");
    }

    private async Task AnswersAsync(string address, HttpStatusCode wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var answer = await _client.GetAsync(address, patience.Token);
                if (answer.StatusCode == wanted)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, patience.Token);
        }
    }
}

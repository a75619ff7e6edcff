using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using AlitaNews.Site.Tests.Verbs;

namespace AlitaNews.Site.Tests.Faults;

/// <summary>The real program as an instance of its own, with a content folder and a data folder of its own.</summary>
internal sealed class FaultSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("alitanews-instance-");
    private readonly string[] _database;
    private Executable? _program;

    /// <summary>A site over a server, or over an embedded one of its own.</summary>
    public FaultSite(string? connectionString)
    {
        _database = connectionString is null ? [] : ["--ConnectionStrings:Postgres", connectionString];
        _home.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherExecute; // or root's embedded server would have to lie elsewhere
        Directory.CreateDirectory(Path.Combine(Root, "articles"));
        Write("site.yaml", "title: Faults\n");
        Address = $"http://127.0.0.1:{Executable.FreePort()}";

        // Whoever gets no answer for five seconds was left hanging.
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(5) };
    }

    public string Address { get; }

    public HttpClient Client { get; }

    public string Root => Path.Combine(_home.FullName, "content");

    public Executable Program => _program!;

    /// <summary>The note of the embedded server; its process is in the first line.</summary>
    public string PostmasterFile => Path.Combine(_home.FullName, "data", "pg", "cluster", "postmaster.pid");

    /// <summary>An article that was published long ago.</summary>
    public static string Article(string title, string body) => $"---\ntitle: {title}\ndate: 2024-01-02T03:04:05Z\n---\n{body}\n";

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    public void WriteArticles(int count, string body = "First.")
    {
        for (var i = 0; i < count; i++)
            Write($"articles/story-{i}.md", Article($"Story {i}", body));
    }

    /// <summary>Starts the program; it need not be ready when this returns.</summary>
    public void Start() => _program = Executable.Start([
        "serve", "--Alita:Content", Root, "--Alita:Data", Path.Combine(_home.FullName, "data"), "--urls", Address,
        "--Alita:ManagementUrls", $"http://127.0.0.1:{Executable.FreePort()}", .. _database]);

    public async Task<FaultSite> StartReadyAsync()
    {
        Start();
        await AnswersAsync("/readyz", HttpStatusCode.OK);
        return this;
    }

    /// <summary>Waits until an address answers with a status.</summary>
    public Task AnswersAsync(string address, HttpStatusCode wanted) => UntilAsync(address, answer => Task.FromResult(answer.StatusCode == wanted));

    /// <summary>Waits until a page shows a text.</summary>
    public Task ShowsAsync(string address, string text) => UntilAsync(
        address, async answer => answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal));

    /// <summary>Asks once.</summary>
    public async Task<(HttpStatusCode Status, string? RetryAfter, TimeSpan Took)> AskAsync(string address)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var answer = await Client.GetAsync(address);
        return (answer.StatusCode, answer.Headers.RetryAfter?.ToString(), TimeProvider.System.GetElapsedTime(began));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_program is not null)
        {
            await _program.SendAsync("-CONT");
            _program.Signal(PosixSignal.SIGTERM);
            await _program.EndAsync();
            _program.Dispose();
        }

        _home.Delete(recursive: true);
    }

    private async Task UntilAsync(string address, Func<HttpResponseMessage, Task<bool>> expected)
    {
        var began = TimeProvider.System.GetTimestamp();
        var last = "nothing";
        while (true)
        {
            try
            {
                using var answer = await Client.GetAsync(address);
                if (await expected(answer))
                    return;
                last = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                last = e.Message;
            }

            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"{address} never answered as expected, but {last}. The program said: {_program?.Output} {_program?.Errors}");
            await Task.Delay(10);
        }
    }
}

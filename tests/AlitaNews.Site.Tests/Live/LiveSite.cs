using System.Globalization;
using System.Net;
using AlitaNews.Site.Tests.Postgres;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace AlitaNews.Site.Tests.Live;

/// <summary>
/// The whole site as it runs: real folder, real watcher, real rounds, a database of its own. Tests change files as editors do and wait until
/// readers see it.
/// </summary>
public sealed class LiveSite : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TestDatabase _database = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("alitanews-live-");
    private WebApplication? _site;

    /// <summary>The clock of the site.</summary>
    internal TestClock Clock { get; } = new(DateTimeOffset.Parse("2024-06-01T12:00:00Z", CultureInfo.InvariantCulture));

    public string Root => Path.Combine(_folder.FullName, "content");

    /// <summary>A place beside the content folder, on the same disk.</summary>
    public string Outside => _folder.FullName;

    public HttpClient Public { get; private set; } = new();

    public HttpClient Management { get; private set; } = new();

    internal string ConnectionString => _database.ConnectionString;

    /// <summary>An article's text.</summary>
    public static string Article(string title, string body = "Text.", string more = "") => $"---\ntitle: {title}\ndate: 2024-01-02T03:04:05Z\n{more}---\n{body}\n";

    public static async Task<LiveSite> StartAsync()
    {
        var site = new LiveSite();
        await site.InitializeAsync();
        return site;
    }

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        Directory.CreateDirectory(Path.Combine(Root, "articles"));
        Write("site.yaml", "title: Live\n");
        await BeginAsync();
    }

    /// <summary>Starts the site over what is there.</summary>
    public async Task BeginAsync(string environment = "Production")
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0", "--Alita:ManagementUrls=http://127.0.0.1:0", $"--environment={environment}",
            $"--Alita:Content={Root}", $"--Alita:Data={Path.Combine(Outside, "data")}", $"--ConnectionStrings:Postgres={ConnectionString}",
        ];
        _site = SiteHost.Create(settings, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            QuietLog.Replace(services);
        });
        await _site.StartAsync();
        var listeners = _site.Services.GetRequiredService<Listeners>();
        Public = Client(listeners.PublicAddress);
        Management = Client(listeners.ManagementAddress);
        await UntilAsync("/", static (status, _) => status == 200);
    }

    /// <summary>A part of the site.</summary>
    internal T Part<T>()
        where T : notnull => _site!.Services.GetRequiredService<T>();

    /// <summary>Stops the site; folder and database stay.</summary>
    public async Task EndAsync()
    {
        Public.Dispose();
        Management.Dispose();
        if (_site is not null)
        {
            await _site.StopAsync();
            await _site.DisposeAsync();
        }

        _site = null;
    }

    public async Task DisposeAsync()
    {
        await EndAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public string At(string path) => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(to))!);
        if (Directory.Exists(At(from)))
            Directory.Move(At(from), At(to));
        else
            File.Move(At(from), At(to));
    }

    /// <summary>Waits until an address answers as expected.</summary>
    public async Task<string> UntilAsync(string address, Func<int, string, bool> expected, HttpClient? client = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        var last = "nothing";
        while (true)
        {
            try
            {
                using var answer = await (client ?? Public).GetAsync(address, patience.Token);
                var text = await answer.Content.ReadAsStringAsync(patience.Token);
                if (expected((int)answer.StatusCode, text))
                    return text;
                last = $"{(int)answer.StatusCode} {answer.Headers.Location} {text}";
                await Task.Delay(10, patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{address} never answered as expected; the last answer: {last}");
            }
        }
    }

    public Task<string> ShowsAsync(string address, string text) => UntilAsync(address, (status, page) => status == 200 && page.Contains(text, StringComparison.Ordinal));

    public Task AnswersAsync(string address, int wanted) => UntilAsync(address, (status, _) => status == wanted);

    /// <summary>Waits until an address sends its readers on to another.</summary>
    public async Task LeadsToAsync(string address, string target)
    {
        await AnswersAsync(address, 301);
        using var answer = await Public.GetAsync(address);
        Assert.EndsWith(target, answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Waits until the desk tells of a finding.</summary>
    public Task ReportsAsync(string path, string code) => CountsAsync(1, "select count(*) from problem where path = $1 and code = $2", path, code);

    /// <summary>Waits until a query counts to a number.</summary>
    public async Task CountsAsync(long wanted, string sql, params object[] values)
    {
        using var patience = new CancellationTokenSource(Patience);
        var last = -1L;
        while (last != wanted)
        {
            Assert.False(patience.IsCancellationRequested, $"{sql} came to {last}, not {wanted}");
            await Task.Delay(10);
            last = await AskAsync(sql, values);
        }
    }

    public async Task<long> AskAsync(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Reads an address without pause until disposed; what readers got meanwhile must always have been a page.</summary>
    internal Reader ReadOn(string address) => new(Public, address);

    private static HttpClient Client(string address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };

    internal sealed class Reader : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly Task _reading;

        public Reader(HttpClient client, string address) => _reading = Task.Run(async () =>
        {
            while (!_end.IsCancellationRequested)
            {
                using var answer = await client.GetAsync(address);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {answer.StatusCode} {answer.Headers.Location}");
                await Task.Delay(5);
            }
        });

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _reading;
            _end.Dispose();
        }
    }
}

using System.Globalization;
using System.Net;
using AlitaNews.Site.Tests.Postgres;
using AlitaNews.Store;
using AlitaNews.Store.Editions;
using AlitaNews.Web;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Publishing;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AlitaNews.Site.Tests.Running;

/// <summary>
/// The whole site over a tiny content tree in a temporary folder and a database of its own, with a clock that a test moves. Each
/// <see cref="SaveAsync"/> is one round: when it returns, the site shows the edition that came of it.
/// </summary>
internal sealed class NewsSite : IAsyncDisposable
{
    private readonly TestDatabase _database = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("alitanews-content-").FullName;
    private WebApplication? _site;
    private RoundDesk? _desk;
    private LeaderSession? _leader;

    private NewsSite(DateTimeOffset now) => Clock = new TestClock(now);

    /// <summary>The clock; <see cref="MoveClockAsync"/> moves it and what the site shows.</summary>
    public TestClock Clock { get; }

    /// <summary>What it logged as a warning or worse.</summary>
    public QuietLog Log { get; private set; } = new();

    /// <summary>Asks the public listener; redirects are left as they come.</summary>
    public HttpClient Public { get; private set; } = new();

    /// <summary>A site of these files at an instant, for example <c>2024-02-02T12:00:00Z</c>.</summary>
    public static async Task<NewsSite> StartAsync(string now, IReadOnlyDictionary<string, string> files, params string[] settings)
    {
        var site = new NewsSite(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        await site._database.InitializeAsync();
        await site.OpenAsync(settings);
        await site.SaveAsync([.. files.Select(static file => (file.Key, (string?)file.Value))]);
        return site;
    }

    /// <summary>A part of the site.</summary>
    public T Part<T>()
        where T : notnull => _site!.Services.GetRequiredService<T>();

    /// <summary>Writes files, deletes those without a text, and publishes all of it as one round.</summary>
    public async Task SaveAsync(params (string Path, string? Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(_folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            if (text is null)
                File.Delete(full);
            else
                await File.WriteAllTextAsync(full, text);
        }

        await PublishAsync();
    }

    /// <summary>Writes a file of bytes, for example a picture, which the next save publishes.</summary>
    public async Task PutAsync(string path, byte[] bytes)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await File.WriteAllBytesAsync(full, bytes);
    }

    /// <summary>Moves the clock and makes the edition that a tick makes.</summary>
    public async Task MoveClockAsync(string now)
    {
        Clock.Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture).ToUniversalTime();
        await using var writer = await EditionWriter.BeginAsync(_leader!, Clock.Now, CancellationToken.None);
        await ShowAsync(await writer.CommitAsync("tick", 0, 0, "{}", CancellationToken.None));
    }

    /// <summary>The text of a page that must be there.</summary>
    public async Task<string> ReadAsync(string address)
    {
        using var answer = await Public.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK ? text : throw new InvalidOperationException($"{address} answers {(int)answer.StatusCode}: {text}");
    }

    /// <summary>A page that must be there, parsed.</summary>
    public async Task<IDocument> OpenPageAsync(string address)
    {
        var text = await ReadAsync(address);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(text).Address(new Uri(Public.BaseAddress!, address)));
    }

    /// <summary>The status of an address, and where it leads.</summary>
    public async Task<(int Status, string? Location)> AskAsync(string address)
    {
        using var answer = await Public.GetAsync(address);
        return ((int)answer.StatusCode, answer.Headers.Location?.OriginalString);
    }

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        if (_leader is not null)
            await _leader.DisposeAsync();
        if (_site is not null)
        {
            await _site.StopAsync();
            await _site.DisposeAsync();
        }

        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        if (Directory.Exists(_folder + ".data"))
            Directory.Delete(_folder + ".data", recursive: true);
    }

    private async Task OpenAsync(string[] settings)
    {
        string[] own =
        [
            "--urls=http://127.0.0.1:0", "--Alita:ManagementUrls=http://127.0.0.1:0", "--Alita:Ingest=false",
            $"--Alita:Content={_folder}", $"--Alita:Data={_folder}.data", $"--ConnectionStrings:Postgres={_database.ConnectionString}",
        ];
        _site = SiteHost.Create([.. own, .. settings], services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            Log = QuietLog.Replace(services);

            // It fills the cache behind the tests' back, and some of them count what is in it.
            services.Remove(services.Single(static service => service.ImplementationType == typeof(LibraryWarmer)));
        });
        await _site.StartAsync();
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        Public.Dispose();
        Public = new HttpClient(handler) { BaseAddress = new Uri(Part<Listeners>().PublicAddress) };
        _desk = new RoundDesk(Part<ContentFolder>(), new FileQueries(Part<NewsDatabase>()), Clock);
        await Part<SchemaGate>().WaitAsync(CancellationToken.None);
        await _desk.LoadAsync(CancellationToken.None);
        _leader = await LeaderSession.TryAcquireAsync(Part<NewsDatabase>(), CancellationToken.None);
    }

    // Deletions are believed after a moment only: the desk says when to look again.
    private async Task PublishAsync()
    {
        RoundOutcome? last = null;
        do
        {
            await Task.Delay(_desk!.LookAgainAfter ?? TimeSpan.Zero);
            last = await _desk.RunAsync(_leader!, new ContentHint(Everything: true, []), CancellationToken.None) ?? last;
        }
        while (_desk.LookAgainAfter is not null);
        if (last is not null)
            await ShowAsync(last.Number);
    }

    private async Task ShowAsync(EditionNumber number)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await Part<CurrentEdition>().WaitForAsync(number, patience.Token);
    }
}

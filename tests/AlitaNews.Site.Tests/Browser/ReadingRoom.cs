using System.Net;
using AlitaNews.Site.Tests.Pictures;
using AlitaNews.Site.Tests.Postgres;
using AlitaNews.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AlitaNews.Site.Tests.Browser;

/// <summary>
/// One browser and one running site for all browser tests: the program itself with its listeners, its ingest and a database, over the
/// files of <see cref="Paper"/>. Nothing in it changes, so the tests share it and open a context of their own each.
/// </summary>
public sealed class ReadingRoom : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("alitanews-paper-").FullName;
    private SiteProgram? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Asks the public listener without a browser; redirects are left as they come.</summary>
    public HttpClient Http { get; private set; } = new();

    /// <summary>Where the desk is.</summary>
    public string DeskAddress => _site!.Services.GetRequiredService<Listeners>().ManagementAddress + "/desk";

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        foreach (var (path, text) in Paper.Files)
            await WriteAsync(path, System.Text.Encoding.UTF8.GetBytes(text));
        foreach (var path in Paper.Pictures)
            await WriteAsync(path, PictureFiles.Jpeg(1280, 800));
        _site = new SiteProgram(new Dictionary<string, string>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Alita:ManagementUrls"] = "http://127.0.0.1:0",
            ["Alita:Content"] = Path.Combine(_folder, "content"),
            ["Alita:Data"] = Path.Combine(_folder, "data"),
            ["Alita:Clock"] = Paper.Now,
            ["ConnectionStrings:Postgres"] = _database.ConnectionString,
        });
        _site.StartServer();
        Http.Dispose();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(_site.Services.GetRequiredService<Listeners>().PublicAddress),
        };
        await WaitUntilReadyAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>A reader who has never been here.</summary>
    /// <param name="width">How wide the window is.</param>
    /// <param name="options">What else is special about this reader.</param>
    public async Task<Reader> SeatAsync(int width = 1280, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = Http.BaseAddress!.ToString();
        options.ViewportSize ??= new ViewportSize { Width = width, Height = 800 };
        return await Reader.SitDownAsync(await _browser!.NewContextAsync(options));
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site is not null)
            await _site.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WriteAsync(string path, byte[] bytes)
    {
        var full = Path.Combine(_folder, "content", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await File.WriteAllBytesAsync(full, bytes);
    }

    private async Task WaitUntilReadyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var answer = await Http.GetAsync("/readyz", patience.Token);
            if (answer.StatusCode == HttpStatusCode.OK)
                return;
            await Task.Delay(50, patience.Token);
        }
    }
}

/// <summary>Joins all browser tests: one after the other, over one <see cref="ReadingRoom"/>.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<ReadingRoom>
{
    public const string Name = "browser";
}

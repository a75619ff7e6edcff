using Microsoft.Playwright;

namespace AlitaNews.Site.Tests.Browser;

/// <summary>One reader: a fresh browser context with one page, and what that page complained about or asked for.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Reader(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    /// <summary>What the reader looks at.</summary>
    public IPage Page { get; }

    /// <summary>Errors and warnings of the console.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Every address that was asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Opens an address and waits until what it loads at once is there.</summary>
    public Task OpenAsync(string address) => Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });

    /// <summary>The cookies that pages left behind.</summary>
    public Task<IReadOnlyList<BrowserContextCookiesResult>> ListCookiesAsync() => _context.CookiesAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    internal static async Task<Reader> SitDownAsync(IBrowserContext context) => new(context, await context.NewPageAsync());
}

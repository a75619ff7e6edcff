using System.Text.Json;
using System.Xml.Linq;
using AlitaNews.Site.Tests.Browser;
using AlitaNews.Site.Tests.Pictures;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Store;
using Microsoft.Playwright;
using Npgsql;

namespace AlitaNews.Site.Tests.Hostile;

/// <summary>A site made of hostile files, read in Chromium with the content security policy taken off: nothing runs, nothing is fetched, no page breaks.</summary>
[Collection(BrowserTests.Name)]
public sealed class HostilePagesTests(ReadingRoom room) : IAsyncLifetime
{
    private const int PagesAtOnce = 40;

    // Puts pages into frames of their own and reads what the browser made of them.
    private const string Look = """
        async addresses => {
          const load = address => new Promise(async done => {
            const frame = document.createElement('iframe');
            frame.onload = () => done([address, frame]);
            frame.srcdoc = await (await fetch(address)).text();
            document.body.append(frame);
          });
          const frames = await Promise.all(addresses.map(load));
          await new Promise(done => setTimeout(done, 50));
          const found = [];
          for (const [address, frame] of frames) {
            const page = frame.contentDocument;
            const say = what => found.push(address + ': ' + what);
            if (!page) { say('has left its frame'); continue; }
            for (const element of page.querySelectorAll('*')) {
              const name = element.localName;
              if (name === 'script' && element.type !== 'application/ld+json' && !new URL(element.src, location).pathname.match(/^\/[\w./-]+\.js$/)) say('script ' + element.outerHTML);
              if (['iframe', 'object', 'embed', 'base', 'applet', 'frame', 'frameset', 'plaintext', 'xmp', 'portal', 'style'].includes(name)) say('<' + name + '>');
              if (name === 'meta' && element.httpEquiv) say('meta ' + element.httpEquiv);
              for (const { name: key, value } of element.attributes) {
                if (key.startsWith('on') || key === 'style' || key === 'srcdoc') say(key + ' on <' + name + '>');
                if (['href', 'src', 'action', 'formaction', 'data', 'poster', 'xlink:href'].includes(key) && /^[\s\x00-\x1f]*(javascript|vbscript|data|file|blob):/i.test(value)) say(key + '=' + value);
              }
            }
            for (const data of page.querySelectorAll('script[type="application/ld+json"]')) try { JSON.parse(data.textContent); } catch { say('broken structured data'); }
            const main = page.querySelectorAll('body > main');
            if (page.querySelectorAll('main').length !== 1 || main.length !== 1) say('its <main> is broken');
            if (page.querySelectorAll('body > header').length !== 1 || page.querySelectorAll('body > footer').length !== 1) say('its frame is broken');
            if (!page.title || page.querySelectorAll('title').length - page.querySelectorAll('svg title').length !== 1) say('its title is broken');
            frame.remove();
          }
          if (window.__xss) found.push('a script ran');
          return found;
        }
        """;

    private NewsSite _site = null!;

    public async Task InitializeAsync()
    {
        // One file for each name: two that say the same are one another's problem, not the reader's.
        var files = HostileScripts.ForBrowsers.DistinctBy(static file => file.Path).ToDictionary(static file => file.Path, static file => System.Text.Encoding.UTF8.GetString(file.Bytes));
        files["site.yaml"] = "title: '\"><script>top.__xss=1</script>'\nbase-url: https://news.example\n";
        files["media/drawn.svg"] = "<svg xmlns='http://www.w3.org/2000/svg' onload='top.__xss=1' width='900' height='600'><script>top.__xss=1</script><a href='javascript:top.__xss=1'><rect width='9' height='9'/></a></svg>";
        files["articles/drawn.md"] = "---\ntitle: Drawn\ndate: 2024-01-02\n---\n![A drawing](/media/drawn.svg)\n";
        _site = await NewsSite.StartAsync("2024-06-01T12:00:00Z", files, "--Alita:SearchesPerMinute=100000");
        await _site.PutAsync("articles/fields/a.jpg", PictureFiles.Jpeg(900, 600));
        await _site.PutAsync("articles/bodies/a.jpg", PictureFiles.Jpeg(900, 600));
        await _site.SaveAsync(("articles/last.md", "---\ntitle: Last\ndate: 2024-01-03\n---\n![a](bodies/a.jpg \"\\\"><script>top.__xss=1</script>\")\n"));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Nothing_runs_nothing_is_fetched_and_no_page_breaks()
    {
        await using var reader = await room.SeatAsync(options: new BrowserNewContextOptions { BypassCSP = true });
        var dialogs = new List<string>();
        reader.Page.Dialog += (_, dialog) =>
        {
            dialogs.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        await reader.OpenAsync(new Uri(_site.Public.BaseAddress!, "/robots.txt").ToString());
        var pages = await ListPagesAsync();
        Assert.True(pages.Count > 250, $"only {pages.Count} pages came of the files");
        var found = new List<string>();
        foreach (var some in pages.Chunk(PagesAtOnce))
            found.AddRange(await reader.Page.EvaluateAsync<string[]>(Look, some));

        // What is no page of ours is opened by itself, as somebody who found the address would.
        foreach (var address in (string[])["/media/drawn.svg", "/feed.xml", "/feed.atom", "/sitemap.xml"])
        {
            using var answer = await _site.Public.GetAsync(address);
            Assert.True(answer.IsSuccessStatusCode, address);
            if (answer.Content.Headers.ContentDisposition?.DispositionType != "attachment")
                await reader.OpenAsync(new Uri(_site.Public.BaseAddress!, address).ToString());
            if (await reader.Page.EvaluateAsync<bool>("() => !!window.__xss"))
                found.Add(address + ": a script ran");
        }

        Assert.True(found.Count == 0, $"{found.Count} of {pages.Count} pages:\n{string.Join('\n', found.Take(30))}");
        Assert.Empty(dialogs);
        await AssertMachinesReadAsync();
        Assert.DoesNotContain(reader.Requests, address => !address.StartsWith(_site.Public.BaseAddress!.ToString(), StringComparison.Ordinal) && !address.StartsWith("data:", StringComparison.Ordinal) && !address.StartsWith("about:", StringComparison.Ordinal));
    }

    private async Task AssertMachinesReadAsync()
    {
        foreach (var address in (string[])["/feed.xml", "/feed.atom", "/sitemap.xml", "/sitemap-news.xml", "/status/feed.xml", "/corrections/feed.atom", "/opensearch.xml"])
            Assert.NotNull(XDocument.Parse(await _site.ReadAsync(address)).Root);
        foreach (var address in (string[])["/feed.json", "/claims.json", "/sources.json", "/site.webmanifest"])
            Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(await _site.ReadAsync(address)).RootElement.ValueKind);
    }

    private async Task<List<string>> ListPagesAsync()
    {
        const string sql = """
            select '/news/' || slug from article where not draft
            union select '/claims/' || id from claim
            union select case kind when 'page' then '/' else '/' || kind || 's/' end || id from dossier where kind in ('page', 'topic', 'author', 'source', 'section')
            union select unnest(array['/', '/rumours', '/sources', '/status', '/corrections', '/archive', '/archive/2024', '/topics', '/tags', '/authors', '/sections', '/search', '/?page=2',
                                      '/search?q=%3Cscript%3Etop.__xss%3D1%3C%2Fscript%3E', '/search?q=%22%20autofocus%20onfocus%3Dtop.__xss%3D1%20x%3D%22', '/search?q=script', '/rumours?topic=%22%3E%3Cscript%3Etop.__xss%3D1%3C%2Fscript%3E',
                                      '/nowhere/%22%3E%3Cscript%3Etop.__xss%3D1%3C%2Fscript%3E'])
            """;
        await using var connection = await _site.Part<NewsDatabase>().OpenReaderAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var pages = new List<string>();
        while (await reader.ReadAsync())
        {
            var address = reader.GetString(0);
            pages.Add(address.Contains('?', StringComparison.Ordinal) || address.Contains('%', StringComparison.Ordinal) ? address : string.Join('/', address.Split('/').Select(Uri.EscapeDataString)));
        }

        return pages;
    }
}

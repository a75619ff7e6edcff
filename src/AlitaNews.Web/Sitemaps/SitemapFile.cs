using System.Xml;
using AlitaNews.Store.Pages;
using AlitaNews.Store.Sitemaps;
using AlitaNews.Web.Layout;

namespace AlitaNews.Web.Sitemaps;

/// <summary>One file of the sitemap while it is written. Addresses go out as they come in. Used once.</summary>
public sealed class SitemapFile : IAsyncDisposable
{
    private const string Image = "http://www.google.com/schemas/sitemap-image/1.1";
    private readonly XmlWriter _xml;
    private readonly SiteFrame _frame;

    private SitemapFile(XmlWriter xml, SiteFrame frame)
    {
        _xml = xml;
        _frame = frame;
    }

    /// <summary>How many addresses it has.</summary>
    public int Count { get; private set; }

    /// <summary>The newest date in it, or null.</summary>
    public DateTimeOffset? Updated { get; private set; }

    /// <summary>Begins a file; it is whole once it is disposed.</summary>
    public static async Task<SitemapFile> OpenAsync(Stream to, SiteFrame frame)
    {
        var xml = SitemapXml.Create(to);
        await SitemapXml.OpenAsync(xml, "urlset");
        await xml.WriteAttributeStringAsync("xmlns", "image", null, Image);
        return new SitemapFile(xml, frame);
    }

    /// <summary>Adds an address.</summary>
    public async Task AddAsync(SitemapEntry entry)
    {
        Count++;
        Updated = Updated is null || entry.Updated > Updated ? entry.Updated ?? Updated : Updated;
        await _xml.WriteStartElementAsync(null, "url", SitemapXml.Sitemap);
        await SitemapXml.WriteAsync(_xml, "loc", _frame.AddressOf(entry.Path));
        if (entry.Updated is { } updated)
            await SitemapXml.WriteAsync(_xml, "lastmod", Instants.Machine(updated));
        foreach (var picture in entry.Pictures)
        {
            await _xml.WriteStartElementAsync("image", "image", Image);
            await _xml.WriteElementStringAsync("image", "loc", Image, _frame.EscapedAddressOf(picture));
            await _xml.WriteEndElementAsync();
        }

        await _xml.WriteEndElementAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _xml.WriteEndElementAsync();
        await _xml.DisposeAsync();
    }
}

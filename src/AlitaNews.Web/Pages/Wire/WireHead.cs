using System.Globalization;
using System.Text;

namespace AlitaNews.Web.Pages.Wire;

/// <summary>
/// Status and headers of an answer as they are sent: what the rest of the site would say (<see cref="PageResponse.Describe"/>), put into bytes once
/// for a page, and what the moment adds once a second. Thread-safe.
/// </summary>
public sealed class WireHead(PageResponse response, CacheControl cacheControl)
{
    private static ReadOnlySpan<byte> Unchanged => "HTTP/1.1 304 Not Modified\r\nVary: Accept-Encoding\r\nETag: "u8;

    private volatile Moment? _now;

    /// <summary>All of 200 but what <see cref="Now"/> adds.</summary>
    public ReadOnlySpan<byte> Of(PageEntry entry, CodedPage page, Coding coding)
    {
        // Racy on purpose: everybody makes the same. The page may have been compressed better since.
        var heads = entry.Heads;
        if (heads[(int)coding] is not { } head || !ReferenceEquals(head.Page, page))
            heads[(int)coding] = head = new PageHead(page, Write(entry, page));
        return head.Bytes;
    }

    /// <summary>What depends on the moment, with the empty line that ends a head.</summary>
    public ReadOnlySpan<byte> Now()
    {
        var second = Environment.TickCount64 / 1000;
        var policy = cacheControl.Now().ToString();
        var now = _now;
        if (now is null || now.Second != second || !ReferenceEquals(now.Policy, policy))
            _now = now = new Moment(second, policy, Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Cache-Control: {policy}\r\nDate: {DateTimeOffset.UtcNow:R}\r\n\r\n")));
        return now.Bytes;
    }

    /// <summary>The whole of a 304.</summary>
    /// <returns>How many bytes it has.</returns>
    public int WriteUnchanged(Span<byte> into, CodedPage page)
    {
        Unchanged.CopyTo(into);
        var at = Unchanged.Length;
        at += Encoding.Latin1.GetBytes(page.Tag.ToString(), into[at..]);
        "\r\n"u8.CopyTo(into[at..]);
        at += 2;
        var now = Now();
        now.CopyTo(into[at..]);
        return at + now.Length;
    }

    private byte[] Write(PageEntry entry, CodedPage page)
    {
        var context = new DefaultHttpContext();
        response.Describe(context, entry, page);
        var headers = context.Response.Headers;
        headers.Remove("Cache-Control");
        var head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
                head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(head.ToString());
    }

    private sealed record Moment(long Second, string Policy, byte[] Bytes);
}

/// <summary>The head of a page in one coding.</summary>
/// <param name="Page">The page it is of.</param>
/// <param name="Bytes">All of it but what depends on the moment.</param>
public sealed record PageHead(CodedPage Page, byte[] Bytes);

using System.Buffers;

namespace AlitaNews.Web.Pages.Wire;

/// <summary>
/// The head of a request as browsers, crawlers and feed readers write it, read where it arrived. It is narrow on purpose: whatever is unusual in the
/// least (an escape, a parameter, a body, a header twice, a byte that is no text) is not read at all, and the server, which knows every rule, decides.
/// </summary>
public ref struct WireRequest
{
    private const int LongestPath = 1024;

    // The server refuses more: see the limits in SiteServices.
    private const int MostHeaders = 100;

    private static readonly SearchValues<byte> PathBytes = SearchValues.Create("/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);
    private static readonly SearchValues<byte> HostBytes = SearchValues.Create("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>The path; it has neither escapes nor parameters, so that it is the decoded one as well.</summary>
    public ReadOnlySpan<byte> Path { get; private set; }

    /// <summary><c>Host</c>: letters, digits, dots and hyphens, and possibly a port.</summary>
    public ReadOnlySpan<byte> Host { get; private set; }

    /// <summary><c>Accept-Encoding</c>, or empty.</summary>
    public ReadOnlySpan<byte> AcceptEncoding { get; private set; }

    /// <summary><c>If-None-Match</c>, one strong tag with its quotes; or empty.</summary>
    public ReadOnlySpan<byte> IfNoneMatch { get; private set; }

    /// <summary>The number of bytes, with the empty line that ends it.</summary>
    public int Length { get; private set; }

    private bool HasDate { get; set; }

    /// <summary>Reads the request that these bytes begin with.</summary>
    /// <returns>False where they begin with none of the usual kind, or only a part of one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out WireRequest request)
    {
        request = default;
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0 || !bytes.StartsWith("GET /"u8))
            return false;
        request.Length = end + 4;
        var rest = bytes[..(end + 2)];
        var line = Next(ref rest);
        if (!line.EndsWith(" HTTP/1.1"u8))
            return false;
        request.Path = line["GET ".Length..^" HTTP/1.1".Length];
        if (request.Path.Length > LongestPath || request.Path.ContainsAnyExcept(PathBytes))
            return false;
        for (var headers = 0; !rest.IsEmpty; headers++)
        {
            if (headers == MostHeaders || !request.Take(Next(ref rest)))
                return false;
        }

        // Dates count only without tags (RFC 9110, section 13.1.3).
        return IsHost(request.Host) && (!request.HasDate || !request.IfNoneMatch.IsEmpty);
    }

    private static ReadOnlySpan<byte> Next(scoped ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf("\r\n"u8);
        var line = rest[..end];
        rest = rest[(end + 2)..];
        return line;
    }

    private static bool IsHost(ReadOnlySpan<byte> host)
    {
        var colon = host.IndexOf((byte)':');
        var name = colon < 0 ? host : host[..colon];
        var port = colon < 0 ? "0"u8 : host[(colon + 1)..];
        return !name.IsEmpty && !name.ContainsAnyExcept(HostBytes) && port.Length is > 0 and <= 5 && !port.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private static bool IsTag(ReadOnlySpan<byte> value) =>
        value.Length >= 2 && value[0] == '"' && value[1..].IndexOf((byte)'"') == value.Length - 2;

    private bool Take(ReadOnlySpan<byte> header)
    {
        var colon = header.IndexOf((byte)':');
        if (colon <= 0)
            return false;
        var name = header[..colon];
        var value = header[(colon + 1)..].Trim((byte)' ');
        return !name.ContainsAnyExcept(NameBytes) && !value.ContainsAnyExceptInRange((byte)' ', (byte)'~') && Take(name, value);
    }

    private bool Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        switch (name.Length)
        {
            case 4 when Is(name, "host"u8):
                if (!Host.IsEmpty || value.IsEmpty)
                    return false;
                Host = value;
                return true;
            case 15 when Is(name, "accept-encoding"u8):
                if (!AcceptEncoding.IsEmpty)
                    return false;
                AcceptEncoding = value;
                return true;
            case 13 when Is(name, "if-none-match"u8):
                if (!IfNoneMatch.IsEmpty || !IsTag(value))
                    return false;
                IfNoneMatch = value;
                return true;
            case 17 when Is(name, "if-modified-since"u8):
                return HasDate = true;
            case 10 when Is(name, "connection"u8):
                return Is(value, "keep-alive"u8);
            case 6 when Is(name, "expect"u8):
            case 7 when Is(name, "upgrade"u8):
            case 14 when Is(name, "content-length"u8):
            case 17 when Is(name, "transfer-encoding"u8):
                return false;
            default:
                return true;
        }
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) => System.Text.Ascii.EqualsIgnoreCase(text, lower);
}

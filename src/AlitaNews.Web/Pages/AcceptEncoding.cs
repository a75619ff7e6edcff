using Microsoft.Extensions.Primitives;

namespace AlitaNews.Web.Pages;

/// <summary>How the bytes of a page are coded.</summary>
public enum Coding
{
    /// <summary>As they are.</summary>
    Identity,

    /// <summary><c>gzip</c>.</summary>
    Gzip,

    /// <summary><c>br</c>.</summary>
    Brotli,
}

/// <summary>Chooses a coding from <c>Accept-Encoding</c> (RFC 9110, section 12.5.3).</summary>
public static class AcceptEncoding
{
    private const int NotListed = -1;

    /// <summary>The coding the reader likes best; among equals br, then gzip, then none at all.</summary>
    /// <returns>Null where the reader accepts none of the three.</returns>
    public static Coding? Choose(in StringValues header)
    {
        if (header.Count == 0)
            return Coding.Identity;
        int brotli = NotListed, gzip = NotListed, identity = NotListed, any = NotListed;
        for (var i = 0; i < header.Count; i++)
        {
            ReadOnlySpan<char> rest = header[i];
            while (!rest.IsEmpty)
            {
                var element = Next(ref rest, ',');
                var name = Next(ref element, ';').Trim();
                if (Weight(element) is not { } weight)
                    continue;
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                    brotli = Math.Max(brotli, weight);
                else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
                    gzip = Math.Max(gzip, weight);
                else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase))
                    identity = Math.Max(identity, weight);
                else if (name is "*")
                    any = Math.Max(any, weight);
            }
        }

        return Best(brotli == NotListed ? any : brotli, gzip == NotListed ? any : gzip, identity, any);
    }

    private static Coding? Best(int brotli, int gzip, int identity, int any)
    {
        var best = Math.Max(brotli, gzip);
        if (best > 0 && identity <= best)
            return brotli == best ? Coding.Brotli : Coding.Gzip;
        var identityAllowed = identity == NotListed ? any != 0 : identity > 0;
        return identityAllowed ? Coding.Identity : null;
    }

    // In thousandths; null for a weight that is none: such an element is as good as not written.
    private static int? Weight(ReadOnlySpan<char> parameters)
    {
        while (!parameters.IsEmpty)
        {
            var parameter = Next(ref parameters, ';').Trim();
            if (parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase))
                return Thousandths(parameter[2..]);
        }

        return 1000;
    }

    private static int? Thousandths(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 5 || text[0] is not ('0' or '1') || (text.Length > 1 && text[1] != '.'))
            return null;
        var value = (text[0] - '0') * 1000;
        var place = 100;
        for (var i = 2; i < text.Length; i++, place /= 10)
        {
            if (!char.IsAsciiDigit(text[i]))
                return null;
            value += (text[i] - '0') * place;
        }

        return value <= 1000 ? value : null;
    }

    private static ReadOnlySpan<char> Next(scoped ref ReadOnlySpan<char> rest, char separator)
    {
        var end = rest.IndexOf(separator);
        var part = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return part;
    }
}

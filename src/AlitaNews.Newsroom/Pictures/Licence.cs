namespace AlitaNews.Newsroom.Pictures;

/// <summary>Licences as editors write them: an SPDX id or an address.</summary>
public static class Licence
{
    private const string CreativeCommons = "https://creativecommons.org/";

    /// <summary>The words and the address of a licence.</summary>
    /// <param name="license">An SPDX id, an address, or words; or null.</param>
    /// <param name="url">Its address, where it is given apart; or null.</param>
    public static (string? Words, string? Url) Read(string? license, string? url)
    {
        if (license is not { Length: > 0 })
            return url is { Length: > 0 } ? ("Licence", url) : (null, null);
        if (license.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || license.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return ("Licence", license);
        return (WordsOf(license), url ?? UrlOf(license));
    }

    // CC-BY-SA-4.0 is "CC BY-SA 4.0" on a page.
    private static string WordsOf(string spdx)
    {
        if (spdx.Equals("CC0-1.0", StringComparison.OrdinalIgnoreCase))
            return "CC0 1.0";
        if (!spdx.StartsWith("CC-", StringComparison.OrdinalIgnoreCase) || spdx.LastIndexOf('-') is not (> 3 and var version))
            return spdx;
        return $"CC {spdx[3..version].ToUpperInvariant()} {spdx[(version + 1)..]}";
    }

    private static string? UrlOf(string spdx)
    {
        if (spdx.Equals("CC0-1.0", StringComparison.OrdinalIgnoreCase))
            return CreativeCommons + "publicdomain/zero/1.0/";
        if (!spdx.StartsWith("CC-BY", StringComparison.OrdinalIgnoreCase) || spdx.LastIndexOf('-') is not (> 3 and var version))
            return null;
        return $"{CreativeCommons}licenses/{spdx[3..version].ToLowerInvariant()}/{spdx[(version + 1)..]}/";
    }
}

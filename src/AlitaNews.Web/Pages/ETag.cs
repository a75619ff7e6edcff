using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace AlitaNews.Web.Pages;

/// <summary>Strong validators: a hash of the uncompressed bytes, and the coding. Every instance gives a page the same one.</summary>
public static class ETag
{
    private const int HashBytes = 16;

    /// <summary>The hash that the tags of a page are made of.</summary>
    public static string HashOf(ReadOnlySpan<byte> page)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(page, hash);
        return Convert.ToHexStringLower(hash[..HashBytes]);
    }

    /// <summary>The tag of a page in a coding, with its quotes.</summary>
    public static string Of(string hash, Coding coding) => coding switch
    {
        Coding.Brotli => $"\"{hash}-br\"",
        Coding.Gzip => $"\"{hash}-gz\"",
        _ => $"\"{hash}\"",
    };

    /// <summary>Whether <c>If-None-Match</c> names a tag: lists, <c>*</c>, weak comparison (RFC 9110, section 13.1.2).</summary>
    public static bool IsNamed(in StringValues header, string tag)
    {
        for (var i = 0; i < header.Count; i++)
        {
            ReadOnlySpan<char> rest = header[i];
            if (rest.Trim() is "*" || IsInList(rest, tag))
                return true;
        }

        return false;
    }

    // Not split at commas: a tag may contain one.
    private static bool IsInList(ReadOnlySpan<char> rest, string tag)
    {
        while (true)
        {
            rest = rest.TrimStart(" \t,");
            if (rest.StartsWith("W/", StringComparison.Ordinal))
                rest = rest[2..];
            if (rest.IsEmpty || rest[0] != '"')
                return false;
            var end = rest[1..].IndexOf('"');
            if (end < 0)
                return false;
            if (rest[..(end + 2)].SequenceEqual(tag))
                return true;
            rest = rest[(end + 2)..];
        }
    }
}

using System.Globalization;
using System.IO.Compression;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Pages.Wire;
using Microsoft.Extensions.Primitives;

namespace AlitaNews.Web.Pages;

/// <summary>The bytes of a page in one coding, with the headers that go with them ready to send.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="Tag">The validator, with its quotes.</param>
/// <param name="Encoding"><c>Content-Encoding</c>, or empty.</param>
public sealed record CodedPage(byte[] Bytes, StringValues Tag, StringValues Encoding);

/// <summary>
/// A whole page as it is sent. It begins with the one coding that was asked for first; others are made when somebody asks.
/// Safe for use by several threads.
/// </summary>
public sealed class PageEntry
{
    // What an entry costs besides its bytes: the objects, the headers (as bytes, too), the key's place in the table.
    private const int Overhead = 2 * 1024;

    // From here on the first reader's line is worth a little more of our time: an article may weigh 30 KB, whoever asks first. Below, the fastest coding keeps that as well.
    private const int LargeFrom = 32 * 1024;
    private const int QualityOfLarge = 5;
    private readonly CodedPage?[] _codings = new CodedPage?[3];
    private readonly string _hash;
    private bool _isBest;

    /// <summary>A page that was just made.</summary>
    /// <param name="page">The uncompressed bytes.</param>
    /// <param name="asked">The coding to begin with.</param>
    /// <param name="facts">What its action said.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="before">What was shown under the same key, or null; where the bytes are the same, its codings are taken over.</param>
    public PageEntry(byte[] page, Coding asked, PageFacts facts, string contentType, PageEntry? before)
    {
        _hash = ETag.HashOf(page);
        IsLarge = page.Length >= LargeFrom;
        Edition = facts.Edition;
        ContentType = contentType;
        ChangedAt = new DateTimeOffset(facts.LastModified.UtcTicks - (facts.LastModified.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        LastModified = ChangedAt.ToString("R", CultureInfo.InvariantCulture);
        Headers = [.. facts.Headers.Select(h => KeyValuePair.Create(h.Key, new StringValues(h.Value)))];
        if (before is not null && before._hash == _hash)
        {
            before._codings.CopyTo(_codings, 0);
            Improving = _isBest = before._isBest;
        }

        _codings[(int)asked] ??= Coded(asked, Compress(page, asked, CompressionLevel.Fastest));
    }

    /// <summary>The edition the page is of.</summary>
    public EditionNumber Edition { get; private set; }

    /// <summary>Its media type.</summary>
    public StringValues ContentType { get; }

    /// <summary>When it last changed, in whole seconds.</summary>
    public DateTimeOffset ChangedAt { get; }

    /// <summary>The same as a header.</summary>
    public StringValues LastModified { get; }

    /// <summary>Headers of this page alone.</summary>
    public KeyValuePair<string, StringValues>[] Headers { get; }

    /// <summary>What is sent before it, in each coding that somebody asked for; <see cref="WireHead"/>'s own.</summary>
    internal PageHead?[] Heads { get; } = new PageHead?[3];

    /// <summary>Whether somebody read it since the cache last looked for room. Racy on purpose: a lost note costs nothing.</summary>
    public bool Read { get; set; }

    /// <summary>How often it was read, up to where it stops mattering. Racy on purpose.</summary>
    public int Hits { get; set; }

    /// <summary>Whether these bytes are large enough to be compressed with care.</summary>
    public bool IsLarge { get; }

    /// <summary>Whether it was asked for that they be compressed as well as can be. Racy on purpose: twice does no harm.</summary>
    public bool Improving { get; set; }

    /// <summary>The part of <see cref="Size"/> that the cache has counted; the cache's own.</summary>
    public long Accounted { get; set; }

    /// <summary>What it holds in memory.</summary>
    public long Size => Overhead + _codings.Sum(c => (long)(c?.Bytes.Length ?? 0));

    /// <summary>From now on it is of no edition.</summary>
    public void Outdate() => Edition = default;

    /// <summary>The page in a coding, if it was made already.</summary>
    public CodedPage? Find(Coding coding) => Volatile.Read(ref _codings[(int)coding]);

    /// <summary>Makes the page in a coding out of one that is there.</summary>
    public CodedPage Make(Coding coding, CompressionLevel level)
    {
        var made = Coded(coding, Compress(Uncompressed(), coding, level));
        Volatile.Write(ref _codings[(int)coding], made);
        _isBest |= level == CompressionLevel.SmallestSize;
        return made;
    }

    private byte[] Uncompressed()
    {
        if (Find(Coding.Identity) is { } plain)
            return plain.Bytes;
        using var page = new MemoryStream();
        if (Find(Coding.Brotli) is { } brotli)
        {
            using var reader = new BrotliStream(new MemoryStream(brotli.Bytes), CompressionMode.Decompress);
            reader.CopyTo(page);
        }
        else
        {
            using var reader = new GZipStream(new MemoryStream(Find(Coding.Gzip)!.Bytes), CompressionMode.Decompress);
            reader.CopyTo(page);
        }

        return page.ToArray();
    }

    private CodedPage Coded(Coding coding, byte[] bytes) => new(bytes, ETag.Of(_hash, coding), coding switch
    {
        Coding.Brotli => "br",
        Coding.Gzip => "gzip",
        _ => StringValues.Empty,
    });

    private static byte[] Compress(byte[] page, Coding coding, CompressionLevel level)
    {
        if (coding == Coding.Identity)
            return page;
        using var compressed = new MemoryStream(page.Length / 2);
        using (var writer = Compressor(compressed, coding, level, page.Length >= LargeFrom))
            writer.Write(page);
        return compressed.ToArray();
    }

    private static Stream Compressor(Stream into, Coding coding, CompressionLevel level, bool isLarge) => (coding, level) switch
    {
        (Coding.Brotli, CompressionLevel.Fastest) when isLarge => new BrotliStream(into, new BrotliCompressionOptions { Quality = QualityOfLarge }, leaveOpen: true),
        (Coding.Brotli, _) => new BrotliStream(into, level, leaveOpen: true),
        (_, CompressionLevel.Fastest) when isLarge => new GZipStream(into, CompressionLevel.Optimal, leaveOpen: true),
        _ => new GZipStream(into, level, leaveOpen: true),
    };
}

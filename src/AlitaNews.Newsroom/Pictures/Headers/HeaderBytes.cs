namespace AlitaNews.Newsroom.Pictures.Headers;

/// <summary>The known beginning of a file. Reads beyond it answer -1 and never throw.</summary>
internal readonly ref struct HeaderBytes
{
    private readonly ReadOnlySpan<byte> _known;

    public HeaderBytes(ReadOnlySpan<byte> known, long fileBytes)
    {
        _known = known;
        FileBytes = fileBytes;
    }

    /// <summary>The size of the whole file.</summary>
    public long FileBytes { get; }

    /// <summary>How many bytes are known.</summary>
    public int Length => _known.Length;

    /// <summary>Whether the whole file is known.</summary>
    public bool IsWhole => _known.Length >= FileBytes;

    /// <summary>A byte, or -1.</summary>
    public int U8(long at) => at >= 0 && at < _known.Length ? _known[(int)at] : -1;

    /// <summary>Two bytes, the high one first, or -1.</summary>
    public int U16(long at) => Fits(at, 2) ? (_known[(int)at] << 8) | _known[(int)at + 1] : -1;

    /// <summary>Two bytes, the low one first, or -1.</summary>
    public int U16Little(long at) => Fits(at, 2) ? _known[(int)at] | (_known[(int)at + 1] << 8) : -1;

    /// <summary>Three bytes, the low one first, or -1.</summary>
    public int U24Little(long at) => Fits(at, 3) ? U16Little(at) | (_known[(int)at + 2] << 16) : -1;

    /// <summary>Four bytes, the high one first, or -1.</summary>
    public long U32(long at) => Fits(at, 4) ? ((long)U16(at) << 16) | (uint)U16(at + 2) : -1;

    /// <summary>Four bytes, the low one first, or -1.</summary>
    public long U32Little(long at) => Fits(at, 4) ? ((long)U16Little(at + 2) << 16) | (uint)U16Little(at) : -1;

    /// <summary>Whether these bytes stand at a place.</summary>
    public bool Has(long at, ReadOnlySpan<byte> wanted) => Fits(at, wanted.Length) && _known.Slice((int)at, wanted.Length).SequenceEqual(wanted);

    /// <summary>What is known of a part of the file; shorter than asked, or empty, where less is known.</summary>
    public ReadOnlySpan<byte> Slice(long at, long length)
    {
        if (at < 0 || at >= _known.Length || length <= 0)
            return [];
        return _known.Slice((int)at, (int)Math.Min(length, _known.Length - at));
    }

    private bool Fits(long at, int length) => at >= 0 && at <= _known.Length - length;
}

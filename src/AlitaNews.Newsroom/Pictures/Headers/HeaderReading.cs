namespace AlitaNews.Newsroom.Pictures.Headers;

/// <summary>What a header says, unchecked, or why it cannot be read.</summary>
internal readonly record struct HeaderReading(ImageFormat Format, long Width, long Height, bool Animated = false, string? Problem = null)
{
    /// <summary>The header contradicts its format.</summary>
    public static HeaderReading Damaged(string format) => new(default, 0, 0, Problem: $"its {format} header is damaged");

    /// <summary>The file ends before its picture does.</summary>
    public static HeaderReading CutShort(string format) => new(default, 0, 0, Problem: $"the {format} data ends too early: the file is incomplete");

    /// <summary>What is known of the file does not reach far enough, or the file itself does not.</summary>
    public static HeaderReading NotReached(HeaderBytes bytes, string format) => bytes.IsWhole
        ? CutShort(format)
        : new(default, 0, 0, Problem: $"the size of the {format} does not stand near its beginning");
}

namespace AlitaNews.Newsroom.Text;

/// <summary>A half-open range of UTF-16 offsets in <see cref="SourceFile.Text"/>.</summary>
/// <param name="Start">The offset of the first character.</param>
/// <param name="End">The offset just behind the last character; equal to <paramref name="Start"/> for a bare position.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Where a file begins: the place for what is missing altogether (1:1).</summary>
    public static TextSpan FileStart => default;

    /// <summary>The number of UTF-16 characters covered.</summary>
    public int Length => End - Start;

    /// <summary>A span of no length at an offset.</summary>
    public static TextSpan At(int offset) => new(offset, offset);
}

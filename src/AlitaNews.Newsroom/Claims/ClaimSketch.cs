namespace AlitaNews.Newsroom.Claims;

/// <summary>
/// What is needed to see at once that two claims cannot resemble each other, which is so of nearly all: one bit for each three letters of
/// their words. Two sets differ in at least as many pieces as their sketches differ in bits. Immutable.
/// </summary>
public readonly record struct ClaimSketch
{
    private readonly UInt128 _low;
    private readonly UInt128 _high;
    private readonly int _pieces;

    private ClaimSketch(UInt128 low, UInt128 high, int pieces)
    {
        _low = low;
        _high = high;
        _pieces = pieces;
    }

    /// <summary>The sketch of a text.</summary>
    public static ClaimSketch Of(string text)
    {
        UInt128 low = 0;
        UInt128 high = 0;
        var pieces = ClaimSimilarity.Trigrams(text);
        foreach (var piece in pieces)
        {
            var bit = (((piece[0] * 31) + piece[1]) * 31 + piece[2]) & 255;
            if (bit < 128)
                low |= UInt128.One << bit;
            else
                high |= UInt128.One << (bit - 128);
        }

        return new ClaimSketch(low, high, pieces.Count);
    }

    /// <summary>Whether the texts may be above the threshold; never false where they are.</summary>
    public bool MayResemble(ClaimSketch other)
    {
        // With a share of t in common, at most (1 − t) / (1 + t) of all pieces are in one text only.
        const double Apart = (1 - ClaimSimilarity.Threshold) / (1 + ClaimSimilarity.Threshold);
        var differ = UInt128.PopCount(_low ^ other._low) + UInt128.PopCount(_high ^ other._high);
        return (int)differ <= (_pieces + other._pieces) * Apart;
    }
}

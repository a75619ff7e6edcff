using System.Numerics;

namespace AlitaNews.Newsroom.Claims;

/// <summary>
/// What is needed to see at once that two claims cannot resemble each other, which is so of nearly all: one bit for each three letters of
/// their words. Two sets differ in at least as many pieces as their sketches differ in bits. Immutable.
/// </summary>
public readonly record struct ClaimSketch
{
    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;
    private readonly int _pieces;

    private ClaimSketch(ReadOnlySpan<ulong> bits, int pieces)
    {
        (_a, _b, _c, _d) = (bits[0], bits[1], bits[2], bits[3]);
        _pieces = pieces;
    }

    /// <summary>The sketch of a text.</summary>
    /// <param name="pieces">Its pieces (<see cref="ClaimSimilarity.Trigrams"/>).</param>
    public static ClaimSketch Of(ReadOnlySpan<ulong> pieces)
    {
        Span<ulong> bits = stackalloc ulong[4];
        foreach (var piece in pieces)
        {
            var bit = (((((piece >> 32) * 31) + ((piece >> 16) & 0xFFFF)) * 31) + (piece & 0xFFFF)) & 255;
            bits[(int)(bit >> 6)] |= 1UL << (int)(bit & 63);
        }

        return new ClaimSketch(bits, pieces.Length);
    }

    /// <summary>Whether the texts may be above the threshold; never false where they are.</summary>
    public bool MayResemble(in ClaimSketch other)
    {
        // With a share of t in common, at most (1 − t) / (1 + t) of all pieces are in one text only. Half of the bits nearly always say no.
        const double Apart = (1 - ClaimSimilarity.Threshold) / (1 + ClaimSimilarity.Threshold);
        var most = (int)((_pieces + other._pieces) * Apart);
        var differ = BitOperations.PopCount(_a ^ other._a) + BitOperations.PopCount(_b ^ other._b);
        return differ <= most && differ + BitOperations.PopCount(_c ^ other._c) + BitOperations.PopCount(_d ^ other._d) <= most;
    }
}

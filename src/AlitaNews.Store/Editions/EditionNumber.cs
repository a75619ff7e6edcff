namespace AlitaNews.Store.Editions;

/// <summary>The number of an edition: it rises with every round of ingest and every tick that readers can see.</summary>
/// <param name="Value">The number, from 1; 0: no edition yet.</param>
public readonly record struct EditionNumber(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

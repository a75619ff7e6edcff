namespace AlitaNews.Store.Desk;

/// <summary>A part of the desk.</summary>
public enum DeskSection
{
    /// <summary>Findings that are no broken links.</summary>
    Mend,

    /// <summary>Broken links.</summary>
    Links,

    /// <summary>Claims that want an editor.</summary>
    Claims,

    /// <summary>Drafts.</summary>
    Drafts,

    /// <summary>What the clock will do.</summary>
    Scheduled,

    /// <summary>What was made.</summary>
    Editions,
}

/// <summary>What an editor asks the desk for.</summary>
/// <param name="Words">Only what has this in its path, its title or its finding; null: everything.</param>
/// <param name="Whole">The one section that is wanted, as far as anybody reads it; null: the beginning of each.</param>
public sealed record DeskAsk(string? Words = null, DeskSection? Whole = null)
{
    /// <summary>So many entries of each section stand on the desk.</summary>
    public const int Beginning = 100;

    /// <summary>So many entries does a section have by itself; beyond them one looks for something.</summary>
    public const int MostOfWhole = 2_000;

    /// <summary>How many entries of a section are wanted.</summary>
    public int MostOf(DeskSection section) => Whole is null ? Beginning : Whole == section ? MostOfWhole : 0;
}

/// <summary>A section of the desk.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Items">Its first entries.</param>
/// <param name="Count">How many entries there are.</param>
public sealed record DeskList<T>(IReadOnlyList<T> Items, int Count);

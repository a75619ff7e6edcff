using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Store.Desk;

/// <summary>What the desk shows editors. Immutable.</summary>
public sealed record DeskPage
{
    /// <summary>How many files of the content folder are known.</summary>
    public int Files { get; init; }

    /// <summary>How many errors there are in all of them.</summary>
    public int Errors { get; init; }

    /// <summary>How many warnings there are in all of them.</summary>
    public int Warnings { get; init; }

    /// <summary>Findings that are no broken links, errors first, then in the order of the printers.</summary>
    public DeskList<Diagnostic> Problems { get; init; } = new([], 0);

    /// <summary>Links that lead nowhere, in the order of the printers.</summary>
    public DeskList<Diagnostic> BrokenLinks { get; init; } = new([], 0);

    /// <summary>Drafts, by path.</summary>
    public DeskList<DeskArticle> Drafts { get; init; } = new([], 0);

    /// <summary>What time will change: publications, expiries and ends of pins, the next first.</summary>
    public DeskList<DeskDate> Scheduled { get; init; } = new([], 0);

    /// <summary>Claims that want an editor: disputed, overdue, due soon.</summary>
    public DeskList<DeskClaim> Claims { get; init; } = new([], 0);

    /// <summary>The newest editions, newest first.</summary>
    public IReadOnlyList<DeskEdition> Editions { get; init; } = [];
}

/// <summary>An article by its file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Title">Its title.</param>
public sealed record DeskArticle(string Path, string Title);

/// <summary>An instant at which an article changes by itself.</summary>
/// <param name="At">When.</param>
/// <param name="What"><c>publish</c>, <c>expires</c> or <c>unpin</c>.</param>
/// <param name="Path">The file.</param>
/// <param name="Title">Its title.</param>
public sealed record DeskDate(DateTimeOffset At, string What, string Path, string Title);

/// <summary>A claim that wants an editor, with the place where it was last spoken of.</summary>
public sealed record DeskClaim
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence.</summary>
    public required string Text { get; init; }

    /// <summary>What readers are shown.</summary>
    public required ClaimDisplay Display { get; init; }

    /// <summary>The due period as written, or null.</summary>
    public string? Due { get; init; }

    /// <summary>When that period ends, or null.</summary>
    public DateTimeOffset? DueEnds { get; init; }

    /// <summary>The file that spoke of it last.</summary>
    public string Path { get; init; } = "";

    /// <summary>The line of the entry there.</summary>
    public int Line { get; init; } = 1;
}

/// <summary>An edition: what made it, and how long that took.</summary>
public sealed record DeskEdition
{
    /// <summary>Its number.</summary>
    public long Number { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>round, tick or rebuild.</summary>
    public required string Cause { get; init; }

    /// <summary>From the beginning of the writing to the commit.</summary>
    public int Milliseconds { get; init; }

    /// <summary>How many files were new or changed.</summary>
    public int FilesChanged { get; init; }

    /// <summary>How many files went.</summary>
    public int FilesRemoved { get; init; }

    /// <summary>The first of the changed files.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>The first of the removed files.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];
}

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>Why a date cannot be used.</summary>
public enum DateProblem
{
    /// <summary>It can be used.</summary>
    None,

    /// <summary>It has no accepted shape, or names a day or time that no calendar has.</summary>
    Unreadable,

    /// <summary>The local time exists twice, because clocks were put back.</summary>
    Ambiguous,

    /// <summary>The local time does not exist, because clocks were put forward.</summary>
    NonExistent,
}

/// <summary>A date after reading.</summary>
/// <param name="Instant">The instant, in UTC; meaningless with a problem.</param>
/// <param name="Problem">Why it cannot be used.</param>
/// <param name="Message">The problem for an editor, with both readings where there are two; else empty.</param>
/// <param name="Hint">What to write instead, or null.</param>
public readonly record struct DateReading(DateTimeOffset Instant, DateProblem Problem, string Message, string? Hint);

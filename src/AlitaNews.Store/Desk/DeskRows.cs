using System.Text.Json;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Store.Desk;

/// <summary>A row of a list of which only the beginning is read.</summary>
internal interface ICountedRow
{
    /// <summary>How many rows the whole list has.</summary>
    int Total { get; }
}

internal sealed record ProblemRow : ICountedRow
{
    public required string Path { get; init; }

    public int Line { get; init; }

    public int Col { get; init; }

    public required string Severity { get; init; }

    public required string Code { get; init; }

    public required string Message { get; init; }

    public string? Hint { get; init; }

    public int Total { get; init; }

    public Diagnostic Read() => new(Path, Line, Col, Enum.Parse<Severity>(Severity, ignoreCase: true), Code, Message, Hint);
}

internal sealed record DraftRow : ICountedRow
{
    public required string Path { get; init; }

    public required string Title { get; init; }

    public int Total { get; init; }
}

internal sealed record DateRow : ICountedRow
{
    public DateTimeOffset At { get; init; }

    public required string What { get; init; }

    public required string Path { get; init; }

    public required string Title { get; init; }

    public int Total { get; init; }
}

internal sealed record DueClaimRow : ICountedRow
{
    public required string Claim { get; init; }

    public required string Display { get; init; }

    public string? Due { get; init; }

    public DateTimeOffset? DueEnds { get; init; }

    public required string Piece { get; init; }

    public string? Event { get; init; }

    public int Total { get; init; }

    public DeskClaim Read()
    {
        var said = Event is null ? null : Pieces.Read(Event, Pieces.Default.ClaimEvent);
        return new DeskClaim
        {
            Id = Claim,
            Text = Pieces.Read(Piece, Pieces.Default.ClaimState).Wording.Text ?? Claim,
            Display = Enum.Parse<ClaimDisplay>(Display, ignoreCase: true),
            Due = Due is "none" ? null : Due,
            DueEnds = DueEnds,
            Path = said?.Path ?? "",
            Line = said?.Line ?? 1,
        };
    }
}

internal sealed record EditionRow
{
    public long Number { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Cause { get; init; }

    public int Milliseconds { get; init; }

    public int FilesChanged { get; init; }

    public int FilesRemoved { get; init; }

    public required string Summary { get; init; }

    public DeskEdition Read()
    {
        using var summary = JsonDocument.Parse(Summary);
        return new DeskEdition
        {
            Number = Number,
            At = At,
            Cause = Cause,
            Milliseconds = Milliseconds,
            FilesChanged = FilesChanged,
            FilesRemoved = FilesRemoved,
            Changed = List(summary.RootElement, "changed"),
            Removed = List(summary.RootElement, "removed"),
        };
    }

    private static List<string> List(JsonElement summary, string name) =>
        summary.TryGetProperty(name, out var paths) ? [.. paths.EnumerateArray().Select(static path => path.GetString() ?? "")] : [];
}

using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Store.Claims;

/// <summary>A claim's state at the moment asked for, as queries return it.</summary>
internal sealed record StateRow
{
    /// <summary>The id under which the page knows it; may be one that was merged.</summary>
    public required string Claim { get; init; }

    public string? MergedInto { get; init; }

    public required string Piece { get; init; }

    /// <summary>The display before the present one, or null.</summary>
    public string? Was { get; init; }

    public long Articles { get; init; }

    /// <summary>When an article first carried it, where the query asks.</summary>
    public DateTimeOffset? FirstSaid { get; init; }

    /// <summary>That article's slug.</summary>
    public string? FirstIn { get; init; }
}

/// <summary>A source's row, as far as lists of voices need it.</summary>
internal sealed record SourceRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Piece { get; init; }

    public Source? File => Pieces.Read(Piece, Pieces.Default.DossierPiece).Source;
}

/// <summary>Turns rows into claims as pages show them.</summary>
internal sealed class ClaimReader
{
    private readonly Dictionary<string, (string Name, Source? File)> _sources = new(StringComparer.Ordinal);

    public ClaimReader(IEnumerable<SourceRow> sources)
    {
        foreach (var row in sources)
        {
            var file = row.File;
            _sources[row.Id] = (row.Name, file);
            foreach (var alias in file?.Aliases ?? [])
                _sources.TryAdd(alias, (row.Name, file));
        }
    }

    /// <summary>A source's name and file; one without a file is known by its id.</summary>
    public (string Name, Source? File) SourceOf(string id) => _sources.TryGetValue(id, out var source) ? source : (id, null);

    /// <summary>Every source with a file.</summary>
    public IEnumerable<Source> ListFiles() => _sources.Values.Select(static source => source.File).OfType<Source>().Distinct();

    /// <summary>The claim of a row.</summary>
    public ClaimSummary Read(StateRow row)
    {
        var state = Pieces.Read(row.Piece, Pieces.Default.ClaimState);
        var id = row.MergedInto ?? row.Claim;
        return new ClaimSummary
        {
            Id = id,
            Text = state.Wording.Text ?? id,
            Display = state.Display,
            Status = state.Status,
            Was = row.Was is null ? null : Enum.Parse<ClaimDisplay>(row.Was, ignoreCase: true),
            Flags = state.Flags,
            Changed = state.DisplayedSince,
            Due = state.Due is null or "none" ? null : state.Due,
            DueEnds = state.DueEnds,
            Known = state.Wording.Known,
            Unknown = state.Wording.Unknown,
            Voices = [.. state.Wording.Voices.Select(voice => new ClaimVoice(voice.Source, SourceOf(voice.Source).Name, voice.Role, SourceOf(voice.Source).File?.Kind ?? SourceKind.Person))],
            Articles = (int)row.Articles,
            FirstSaid = row.FirstSaid,
            FirstIn = row.FirstIn,
        };
    }
}

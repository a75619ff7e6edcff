namespace AlitaNews.Newsroom.Pictures;

/// <summary>What a picture is (<c>content.md</c>, section 6). A closed list.</summary>
public enum PictureKind
{
    /// <summary>A photograph.</summary>
    Photo,

    /// <summary>A frame of a film or series.</summary>
    Still,

    /// <summary>A poster.</summary>
    Poster,

    /// <summary>A picture of a screen.</summary>
    Screenshot,

    /// <summary>Drawn for a production, before or beside it.</summary>
    ConceptArt,

    /// <summary>Drawn by an admirer.</summary>
    FanArt,

    /// <summary>Drawn for a story.</summary>
    Illustration,

    /// <summary>Computed from a model.</summary>
    Render,

    /// <summary>Put together from several pictures.</summary>
    Composite,

    /// <summary>Made by a trained model.</summary>
    AiGenerated,

    /// <summary>Changed with a trained model.</summary>
    AiAssisted,

    /// <summary>A photograph from the archive.</summary>
    Archive,

    /// <summary>A chart or map.</summary>
    Chart,

    /// <summary>Given out by those it shows.</summary>
    Handout,
}

/// <summary>Whether a picture shows what it seems to show.</summary>
public enum PictureAuthenticity
{
    /// <summary>Not checked.</summary>
    Unverified,

    /// <summary>Checked, and what it seems.</summary>
    Genuine,

    /// <summary>Changed after it was taken.</summary>
    Altered,

    /// <summary>Not what it seems.</summary>
    Fake,
}

/// <summary>The words that stand for a kind: as editors write it, on the picture, and in structured data.</summary>
public static class PictureKindWords
{
    private static readonly string[] Written =
    [
        "photo", "still", "poster", "screenshot", "concept-art", "fan-art", "illustration", "render", "composite",
        "ai-generated", "ai-assisted", "archive", "chart", "handout",
    ];

    /// <summary>Every kind as editors write it, in the order of the contract.</summary>
    public static IReadOnlyList<string> All => Written;

    /// <summary>The kind as editors write it, which is also the value of <c>data-kind</c>.</summary>
    public static string Word(this PictureKind kind) => Written[(int)kind];

    /// <summary>The kind that a word names, or null. Case, spaces and underscores do not matter.</summary>
    public static PictureKind? Find(string? word)
    {
        if (word is null)
            return null;
        var folded = word.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        var index = Array.IndexOf(Written, folded);
        return index < 0 ? null : (PictureKind)index;
    }

    /// <summary>The words on the picture, or null where none stand there (photographs).</summary>
    public static string? Badge(this PictureKind kind) => kind switch
    {
        PictureKind.Photo or PictureKind.Archive => null,
        PictureKind.AiGenerated => "AI IMAGE",
        PictureKind.AiAssisted => "AI-EDITED",
        _ => kind.Word().Replace('-', ' ').ToUpperInvariant(),
    };

    /// <summary>
    /// The IPTC digital source type that a kind stands for unless one is stated; null where the provenance is not guessed.
    /// </summary>
    public static string? DefaultSourceType(this PictureKind kind) => kind switch
    {
        PictureKind.Photo or PictureKind.Archive => "DigitalCaptureDigitalSource",
        PictureKind.ConceptArt or PictureKind.Illustration or PictureKind.FanArt or PictureKind.Render => "DigitalArtDigitalSource",
        PictureKind.AiGenerated => "TrainedAlgorithmicMediaDigitalSource",
        PictureKind.AiAssisted => "CompositeWithTrainedAlgorithmicMediaDigitalSource",
        _ => null,
    };

    /// <summary>
    /// The kind that a caption or an alternative text gives away ("concept art", "fan art", "AI-generated", "render"), or null.
    /// </summary>
    public static PictureKind? GuessFrom(string text)
    {
        if (Has(text, "concept art"))
            return PictureKind.ConceptArt;
        if (Has(text, "fan art") || Has(text, "fan-art"))
            return PictureKind.FanArt;
        if (Has(text, "AI-generated") || Has(text, "AI generated"))
            return PictureKind.AiGenerated;
        return Has(text, " render ") || text.StartsWith("Render ", StringComparison.OrdinalIgnoreCase) ? PictureKind.Render : null;
    }

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}

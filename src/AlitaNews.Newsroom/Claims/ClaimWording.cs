using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Newsroom.Claims;

/// <summary>What is said of a claim beside its status, gathered from the articles that are public. Immutable.</summary>
public sealed record ClaimWording
{
    /// <summary>The canonical sentence: the claim file's, else the earliest article's, else null.</summary>
    public string? Text { get; init; }

    /// <summary>What is known, from the newest article that says so.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>What is not known, from the newest article that says so.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Every source with each part it had, in the order of the articles.</summary>
    public IReadOnlyList<SourceVoice> Voices { get; init; } = [];

    /// <summary>What would settle it, or null.</summary>
    public string? Test { get; init; }

    /// <summary>Its type, or null.</summary>
    public string? Type { get; init; }

    /// <summary>The newest editorial estimate from 0 to 1, or null.</summary>
    public double? Likelihood { get; init; }

    /// <summary>The wording with one more event, in fold order.</summary>
    internal ClaimWording With(ClaimEvent heard)
    {
        var entry = heard.Entry;
        var known = entry.Known.Count > 0 ? entry.Known : Known;
        var unknown = entry.Unknown.Count > 0 ? entry.Unknown : Unknown;
        var voices = heard.Voices.All(Voices.Contains) ? Voices : [.. Voices.Union(heard.Voices)];
        var adds = (Text is null && entry.Text is not null)
            || (Type is null && entry.Type is not null)
            || (entry.Test is not null && entry.Test != Test)
            || (entry.Likelihood is not null && entry.Likelihood != Likelihood)
            || !ReferenceEquals(known, Known) || !ReferenceEquals(unknown, Unknown) || !ReferenceEquals(voices, Voices);
        if (!adds)
            return this;
        return this with
        {
            Text = Text ?? entry.Text,
            Known = known,
            Unknown = unknown,
            Voices = voices,
            Test = entry.Test ?? Test,
            Type = Type ?? entry.Type,
            Likelihood = entry.Likelihood ?? Likelihood,
        };
    }
}

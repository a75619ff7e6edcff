using AlitaNews.Newsroom.Articles;

namespace AlitaNews.Newsroom.Site;

/// <summary>
/// What the settings of another generator say that matters here: under which addresses its posts stood, and who the people and what the tags are
/// that they name by a key. Immutable.
/// </summary>
public sealed record GeneratorSettings
{
    /// <summary>A folder without any.</summary>
    public static GeneratorSettings None { get; } = new();

    /// <summary>The path below which the whole site stood (<c>baseurl: /blog</c>), or empty.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether addresses ended in <c>.html</c> (Hugo's <c>uglyURLs</c>).</summary>
    public bool Ugly { get; init; }

    /// <summary>Whether it is Zola, where the draft of a list is one of everything below it.</summary>
    public bool IsZola { get; init; }

    /// <summary>Patterns of addresses, the first that fits a file counts.</summary>
    public IReadOnlyList<AddressPattern> Patterns { get; init; } = [];

    /// <summary>People by the key under which posts name them.</summary>
    public IReadOnlyDictionary<string, Byline> People { get; init; } = new Dictionary<string, Byline>();

    /// <summary>What readers saw of a tag, by the key under which posts name it.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>How a generator made the addresses of a folder.</summary>
/// <param name="Folder">The folder below the content, without slashes around it; empty: every post.</param>
/// <param name="Text">Words and tokens, <c>/:year/:title/</c>.</param>
/// <param name="IsHugo">Whether <c>:title</c> is the title instead of the file's name.</param>
public sealed record AddressPattern(string Folder, string Text, bool IsHugo)
{
    /// <summary>Whether it is for a file.</summary>
    /// <param name="path">Its path below the content.</param>
    public bool Fits(string path) => Folder.Length == 0 || path.StartsWith(Folder + "/", StringComparison.Ordinal) || path.Contains("/" + Folder + "/", StringComparison.Ordinal);
}

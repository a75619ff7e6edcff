using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Rules;

/// <summary>
/// What the rest of the site needs to know of one file: what it names, what it refers to, what it says of claims. Never its body.
/// Kept between runs, so that a start reads facts instead of files. Immutable.
/// </summary>
public sealed record FileFacts
{
    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>What the file is.</summary>
    public required FileKind Kind { get; init; }

    /// <summary>The id of the article, topic, author, source, claim, section or page; empty for files that have none.</summary>
    public string Id { get; init; } = "";

    /// <summary>Other ids of the same thing.</summary>
    public IReadOnlyList<string> AliasIds { get; init; } = [];

    /// <summary>The name or title.</summary>
    public string Name { get; init; } = "";

    /// <summary>Old addresses it answers, root-relative.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Old addresses of which it says that nothing stands there any more.</summary>
    public IReadOnlyList<string> GoneAddresses { get; init; } = [];

    /// <summary>What it refers to.</summary>
    public IReadOnlyList<FactReference> References { get; init; } = [];

    /// <summary>What an article says of itself and of claims; null for other files.</summary>
    public ArticleFacts? Article { get; init; }

    /// <summary>A claim's own file; null for other files.</summary>
    public ClaimFile? Claim { get; init; }

    /// <summary>How a source stands; null for other files.</summary>
    public SourceFacts? Source { get; init; }

    /// <summary>The pictures that it shows.</summary>
    public IReadOnlyList<PictureUse> Pictures { get; init; } = [];

    /// <summary>What a picture's file, or a sidecar, says of the picture; null for other files.</summary>
    public PictureWords? Picture { get; init; }

    /// <summary>What was found in the file by itself.</summary>
    public IReadOnlyList<Diagnostic> Own { get; init; } = [];

    /// <summary>Where it lay when it was last whole, if it was renamed and broken in one save since; else null. Whoever comes with its id as a whole file takes its place.</summary>
    public string? LastWholeAt { get; init; }

    /// <summary>Whether the file was deleted without a tombstone: its events stay.</summary>
    public bool Vanished { get; init; }

    /// <summary>What stays of an article whose file was deleted without a tombstone. It refers to its own address: when that is answered again, the complaint goes.</summary>
    public FileFacts AsVanished()
    {
        var address = "/news/" + Article!.Slug;
        return this with
        {
            Vanished = true,
            References = [new FactReference(ReferenceTarget.Link, ["url:" + address, "gone:" + address], address, Place.Start)],
            Pictures = [],
            Own = [],
        };
    }
}

/// <summary>What the rules need to know of an article.</summary>
public sealed record ArticleFacts
{
    /// <summary>Its slug.</summary>
    public required string Slug { get; init; }

    /// <summary>Where slug or id stand in the file, for a collision.</summary>
    public Place Identity { get; init; } = Place.Start;

    /// <summary>Where the title stands.</summary>
    public Place TitlePlace { get; init; } = Place.Start;

    /// <summary>Whether its headline has a word of doubt, or cannot be asked for one.</summary>
    public bool Hedged { get; init; }

    /// <summary>Its section; may be empty.</summary>
    public string Section { get; init; } = "";

    /// <summary>The article date.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The instant from which it is public.</summary>
    public required DateTimeOffset Publish { get; init; }

    /// <summary>The instant from which it is archived or gone, or null.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Not public.</summary>
    public bool Draft { get; init; }

    /// <summary>A tombstone.</summary>
    public bool Removed { get; init; }

    /// <summary>Whether it is of a kind that makes the policy pages necessary.</summary>
    public bool IsRumour { get; init; }

    /// <summary>Its topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What it says about claims.</summary>
    public IReadOnlyList<ClaimEntry> Claims { get; init; } = [];

    /// <summary>Where each entry of <see cref="Claims"/> stands.</summary>
    public IReadOnlyList<ClaimPlace> ClaimPlaces { get; init; } = [];
}

/// <summary>How a source stands, which decides whether its word closes a claim.</summary>
/// <param name="Kind">What sort of source it is.</param>
/// <param name="OnRecord">Whether it speaks on the record.</param>
public sealed record SourceFacts(Sources.SourceKind Kind, bool OnRecord);

/// <summary>A place in a file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public readonly record struct Place(int Line, int Column)
{
    /// <summary>1:1.</summary>
    public static Place Start => new(1, 1);
}

/// <summary>Where an entry about a claim stands, and its parts; a part that is not written stands where the entry does.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Text">The value of its <c>text</c>.</param>
/// <param name="Status">The value of its <c>status</c>.</param>
public readonly record struct ClaimPlace(Place Entry, Place Text, Place Status);

/// <summary>A reference from one file to something else.</summary>
/// <param name="Kind">What it refers to.</param>
/// <param name="Keys">The keys of <see cref="ContentIndex"/> of which one must exist, in the order of belief.</param>
/// <param name="Shown">What the editor wrote.</param>
/// <param name="At">Where.</param>
public sealed record FactReference(ReferenceTarget Kind, IReadOnlyList<string> Keys, string Shown, Place At);

/// <summary>What a reference leads to.</summary>
public enum ReferenceTarget
{
    /// <summary>A claim.</summary>
    Claim,

    /// <summary>A source named in the text or a block: it must be in a file or in an article's list.</summary>
    Source,

    /// <summary>A topic named in the text or a block: it must be in a file or in an article's list.</summary>
    Topic,

    /// <summary>A source in an article's own list: one without a file is a stub.</summary>
    ListedSource,

    /// <summary>A topic in an article's own list: one without a file is a stub.</summary>
    ListedTopic,

    /// <summary>An author.</summary>
    Author,

    /// <summary>Another page of the site.</summary>
    Link,

    /// <summary>A picture.</summary>
    Picture,
}

namespace AlitaNews.Newsroom.Topics;

/// <summary>A topic file: a work, person, company or subject. Immutable.</summary>
public sealed record Topic
{
    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>The id: the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public TopicKind Kind { get; init; } = TopicKind.Subject;

    /// <summary>Addresses of the same thing elsewhere.</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];

    /// <summary>A picture, as written, or null.</summary>
    public string? Image { get; init; }
}

/// <summary>The closed list of topic kinds.</summary>
public enum TopicKind
{
    /// <summary>A film.</summary>
    Film,

    /// <summary>A series.</summary>
    Series,

    /// <summary>A game.</summary>
    Game,

    /// <summary>A book.</summary>
    Book,

    /// <summary>An album.</summary>
    Album,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A company.</summary>
    Company,

    /// <summary>An event.</summary>
    Event,

    /// <summary>Anything else; the default.</summary>
    Subject,
}

using AlitaNews.Newsroom;

namespace AlitaNews.Store.Editions;

/// <summary>What the last look at a file saw, and what only watching can know of it. Immutable.</summary>
public sealed record SeenFile
{
    /// <summary>The path, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>What the file is.</summary>
    public required FileKind Kind { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>Modification time, nanoseconds since 1970.</summary>
    public long Modified { get; init; }

    /// <summary>Inode change time, nanoseconds since 1970; 0 where the system does not tell.</summary>
    public long Changed { get; init; }

    /// <summary>The inode; 0 where the system does not tell.</summary>
    public long Inode { get; init; }

    /// <summary>SHA-256 of the content.</summary>
    public byte[] Hash { get; init; } = [];

    /// <summary>live: its newest version is in the edition; held: an error keeps that out; gone: it was deleted without a tombstone.</summary>
    public required FileState State { get; init; }

    /// <summary>When the path was first seen.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When its newest version was first seen.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>The id at first sight, or null for files that have none.</summary>
    public string? Identity { get; init; }
}

/// <summary>Where a file stands with the edition.</summary>
public enum FileState
{
    /// <summary>Its newest version is in the edition.</summary>
    Live,

    /// <summary>An error keeps its newest version out.</summary>
    Held,

    /// <summary>It was deleted without a tombstone.</summary>
    Gone,
}

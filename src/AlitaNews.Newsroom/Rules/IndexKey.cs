namespace AlitaNews.Newsroom.Rules;

/// <summary>A name under which <see cref="ContentIndex"/> knows something. Two things of different kinds may be called the same.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="Name">Its id, path or address; where it can be the very text that the facts hold, so that it is not kept twice.</param>
public readonly record struct IndexKey(KeyKind Kind, string Name)
{
    /// <inheritdoc/>
    public override int GetHashCode() => (Name.GetHashCode(StringComparison.Ordinal) * 31) + (int)Kind;
}

/// <summary>What an <see cref="IndexKey"/> names.</summary>
public enum KeyKind
{
    /// <summary>A claim of which something is said.</summary>
    Claim,

    /// <summary>A claim of which more is said than its name.</summary>
    KnownClaim,

    /// <summary>A claim with a file of its own.</summary>
    ClaimFile,

    /// <summary>A source that a file or an article's list names.</summary>
    Source,

    /// <summary>A source with a file of its own.</summary>
    SourceFile,

    /// <summary>A source with a file of its own, by any of its ids.</summary>
    DescribedSource,

    /// <summary>A topic that a file or an article's list names.</summary>
    Topic,

    /// <summary>A topic with a file of its own.</summary>
    TopicFile,

    /// <summary>An author, by any of the ids.</summary>
    Author,

    /// <summary>An author with a file of its own.</summary>
    AuthorFile,

    /// <summary>A section.</summary>
    Section,

    /// <summary>A section with a file of its own.</summary>
    SectionFile,

    /// <summary>A standing page.</summary>
    Page,

    /// <summary>The file of a standing page.</summary>
    PageFile,

    /// <summary>An article's id.</summary>
    Article,

    /// <summary>An article's slug.</summary>
    Slug,

    /// <summary>A file's path.</summary>
    Path,

    /// <summary>A file's path without its ending, of kinds that may be written with either of two.</summary>
    Data,

    /// <summary>A file's stem.</summary>
    Stem,

    /// <summary>An address that is answered.</summary>
    Address,

    /// <summary>An address that answers 410 on purpose.</summary>
    Gone,
}

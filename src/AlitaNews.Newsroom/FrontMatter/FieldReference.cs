using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>What a value of front matter names by id.</summary>
public enum FieldReferenceKind
{
    /// <summary>A topic.</summary>
    Topic,

    /// <summary>A source.</summary>
    Source,

    /// <summary>An author, editor, reviewer or translator.</summary>
    Author,

    /// <summary>A claim, other than as an entry of its own.</summary>
    Claim,

    /// <summary>An article.</summary>
    Article,

    /// <summary>A picture, by its address as written.</summary>
    Picture,
}

/// <summary>A place of front matter that names something else.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Id">Its id.</param>
/// <param name="Span">Where the name stands.</param>
public sealed record FieldReference(FieldReferenceKind Kind, string Id, TextSpan Span);

using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Authors;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Pages;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Newsroom.Topics;

namespace AlitaNews.Newsroom;

/// <summary>
/// One file after compilation: what it is, what it says, what is wrong with it. Exactly one of the values that fit
/// <see cref="FileFacts.Kind"/> is set, none where the file is kept out of the edition. Immutable.
/// </summary>
public sealed record CompiledFile
{
    /// <summary>What other files need to know of it, its findings included.</summary>
    public required FileFacts Facts { get; init; }

    /// <summary>An article.</summary>
    public Article? Article { get; init; }

    /// <summary>The body of an article, page, topic, author, source, section or claim.</summary>
    public CompiledBody Body { get; init; } = CompiledBody.Empty;

    /// <summary>An article's lead picture, or a topic's or author's picture.</summary>
    public Figure? Hero { get; init; }

    /// <summary>An article's own picture for social networks.</summary>
    public Figure? Social { get; init; }

    /// <summary>A standing page.</summary>
    public StandingPage? Page { get; init; }

    /// <summary>A section's page.</summary>
    public SectionPage? Section { get; init; }

    /// <summary>A topic.</summary>
    public Topic? Topic { get; init; }

    /// <summary>An author.</summary>
    public Author? Author { get; init; }

    /// <summary>A source.</summary>
    public Source? Source { get; init; }

    /// <summary>A claim's own file.</summary>
    public ClaimFile? ClaimFile { get; init; }

    /// <summary>The site's own file.</summary>
    public SiteFile? Site { get; init; }

    /// <summary>What a sidecar says of its picture.</summary>
    public PictureFacts? Sidecar { get; init; }

    /// <summary>The lines of <c>redirects.yaml</c>.</summary>
    public IReadOnlyList<Redirect> Redirects { get; init; } = [];

    /// <summary>A hash of title and text: tells an edit from a touch. Empty where there is no text.</summary>
    public byte[] TextHash { get; init; } = [];

    /// <summary>Whether its bytes are those of the version in the edition: what is different about its text is then no editor's doing, and moves no date.</summary>
    public bool Untouched { get; init; }

    /// <summary>What was thrown where the fault is ours and not the file's, for those who mend it; null where nothing was.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Whether an error keeps it out of the edition.</summary>
    public bool Blocked => Facts.Own.Any(static diagnostic => diagnostic.Blocks);
}

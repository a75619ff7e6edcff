using System.Globalization;
using AlitaNews.Newsroom.Articles;

namespace AlitaNews.Newsroom.Skeletons;

/// <summary>The beginning of a new file: valid as it stands, with a word on what an editor usually adds.</summary>
/// <param name="Path">Where it belongs, relative to the content folder.</param>
/// <param name="Text">What it says.</param>
public sealed record Skeleton(string Path, string Text)
{
    private const int LongestClaim = 160;

    /// <summary>What can be begun.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["article", "claim", "source", "topic", "author"];

    /// <summary>Begins a file.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="title">An article's title, a claim's sentence, a name.</param>
    /// <param name="layout">Where things lie.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The file, or null where the title has no letter or digit, does not stand on one line, or is too long for a claim.</returns>
    public static Skeleton? Find(string kind, string title, ContentLayout layout, DateTimeOffset now)
    {
        var name = title.Trim();
        var id = Slug.Of(name);
        if (id.Length == 0 || name.Any(char.IsControl) || name.Any(char.IsSurrogate) && !IsWellFormed(name))
            return null;
        return kind switch
        {
            "article" => new Skeleton(
                string.Create(CultureInfo.InvariantCulture, $"{layout.ArticleRoot}{now:yyyy-MM-dd}-{id}.md"),
                $"""
                ---
                title: {Quote(name)}
                kind: news                  # or rumour, review, opinion, analysis, interview, feature, factcheck …
                date: {now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}
                draft: true                 # take this line out to publish
                # standfirst: One sentence below the headline.
                # topics: []
                # claims:                   # what somebody says and nobody has confirmed
                #   - id: {id}
                #     text: One sentence that can be checked
                #     status: rumour
                #     due: {now:yyyy}
                #     test: What would settle it
                #     sources: []
                ---
                The first paragraph says what is new and who says so.

                """),
            "claim" when name.EnumerateRunes().Count() <= LongestClaim => new Skeleton(
                $"claims/{id}.md",
                $"""
                ---
                text: {Quote(name)}
                # topics: []
                # supersedes: []
                ---
                What the claim is about, and where it comes from.

                """),
            "source" => new Skeleton(
                $"sources/{id}.md",
                $"""
                ---
                name: {Quote(name)}
                kind: person                # or outlet, leaker, official, document, anonymous-class
                # on-record: true
                # url: https://example.org/
                # beat: What they report on
                ---
                Who they are, and how they know.

                """),
            "topic" => new Skeleton(
                $"topics/{id}.md",
                $"""
                ---
                name: {Quote(name)}
                kind: subject               # or film, series, game, book, album, person, company, event
                # same-as: [https://example.org/]
                ---
                What it is, in two or three sentences.

                """),
            "author" => new Skeleton(
                $"authors/{id}.md",
                $"""
                ---
                name: {Quote(name)}
                # role: Reporter
                # url: https://example.org/
                ---
                Who they are.

                """),
            _ => null,
        };
    }

    /// <summary>The same file, under a name of its own: a headline that returns on another day is another article, at another address.</summary>
    /// <param name="articles">The paths of the articles that are there.</param>
    public Skeleton Beside(IEnumerable<string> articles)
    {
        var taken = articles.Select(static path => ArticlePath.Read(path).Slug).ToHashSet(StringComparer.Ordinal);
        var stem = Path[..^".md".Length];
        var free = this;
        for (var i = 2; taken.Contains(ArticlePath.Read(free.Path).Slug); i++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"-{i}");
            var over = Math.Max(0, ArticlePath.Read(Path).Slug.Length + suffix.Length - Slug.MaxLength);
            free = this with { Path = stem[..^over].TrimEnd('-') + suffix + ".md" };
        }

        return free;
    }

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(static rune => rune == System.Text.Rune.ReplacementChar);
}

using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Tests.Articles;

/// <summary>An article in a test: front matter in, article and findings out.</summary>
internal sealed record Draft(ParsedArticle? Parsed, IReadOnlyList<Diagnostic> Found)
{
    public static readonly DateTimeOffset Now = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly ArticleSettings Settings = new()
    {
        Site = SiteFile.Default with { TimeZone = "Europe/London" },
        Now = Now,
        FirstSeen = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero),
        Section = "film",
    };

    public Article Article => Parsed!.Article;

    /// <summary>Each finding as <c>line:column code</c>.</summary>
    public string[] Places => [.. Found.Order(Diagnostic.PrintOrder).Select(d => $"{d.Line}:{d.Column} {d.Code}")];

    /// <summary>Parses the lines of YAML front matter; line 1 of the file is the fence.</summary>
    public static Draft Of(string yaml, string path = "articles/film/2023-01-10-story.md", ArticleSettings? settings = null) =>
        OfText($"---\n{yaml}\n---\nBody\n", path, settings);

    public static Draft OfText(string text, string path = "articles/film/2023-01-10-story.md", ArticleSettings? settings = null)
    {
        var file = SourceFile.FromText(path, text);
        var bag = new DiagnosticBag(file);
        return new Draft(ArticleParser.Parse(file, settings ?? Settings, bag), bag.Items);
    }

    /// <summary>Parses and completes with a body.</summary>
    public static (Article Article, string[] Codes) Complete(string yaml, CompiledBody? body = null, string? standfirst = null)
    {
        var file = SourceFile.FromText("articles/film/2023-01-10-story.md", $"---\n{yaml}\n---\nBody\n");
        var bag = new DiagnosticBag(file);
        var parsed = ArticleParser.Parse(file, Settings, bag)!;
        var article = ArticleCompletion.Complete(parsed, body ?? CompiledBody.Empty, standfirst, bag);
        return (article, [.. bag.Items.Select(d => d.Code)]);
    }
}

using System.Globalization;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Adds to an article what only its body knows: the title of a heading, the summary, the verification, the claim of a bare rumour.</summary>
public static class ArticleCompletion
{
    private const int SummaryLength = 300;
    private const int ClaimLength = 160;

    /// <summary>The article, complete but for the HTML of its parts.</summary>
    /// <param name="parsed">What the front matter says.</param>
    /// <param name="body">What the body knows.</param>
    /// <param name="standfirst">The words of the standfirst, or null.</param>
    /// <param name="bag">Takes the findings.</param>
    public static Article Complete(ParsedArticle parsed, CompiledBody body, string? standfirst, DiagnosticBag bag)
    {
        var article = parsed.Article;
        if (!parsed.TitleWritten)
            article = WithTitle(article, parsed, body, bag);
        var summary = article.Summary ?? body.Excerpt ?? standfirst ?? body.FirstParagraph;
        article = article with
        {
            Summary = summary is null ? null : Cut(summary, SummaryLength),
            Verification = article.Verification ?? body.Verification,
            Claims = Claims(article, body, bag),
        };
        return article;
    }

    private static Article WithTitle(Article article, ParsedArticle parsed, CompiledBody body, DiagnosticBag bag)
    {
        if (body.LiftedTitle is not { } heading)
        {
            bag.Add(DiagnosticCatalogue.TitleFromFileName, TextSpan.FileStart, $"the article has no title; \"{article.Title}\" was taken from its file name", HintFor(body.FirstParagraph));
            return article;
        }

        var (title, lifted) = TitlePrefix.Lift(heading);
        return article with { Title = title, Kind = lifted && !parsed.KindWritten ? ArticleKind.Rumour : article.Kind };
    }

    // Facts at the head of the text: the lines around them were forgotten.
    private static string HintFor(string? paragraph)
    {
        var colon = paragraph?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && ArticleKeys.Find(FieldKey.Normalise(paragraph![..colon])) is not null
            ? "put a line of --- above the facts at its head, and one below them"
            : "write \"title:\"";
    }

    private static List<ClaimEntry> Claims(Article article, CompiledBody body, DiagnosticBag bag)
    {
        if (article.Claims.Count == 0)
        {
            if (article.Kind != ArticleKind.Rumour)
                return [];
            bag.Add(
                DiagnosticCatalogue.ImplicitClaim,
                TextSpan.FileStart,
                $"the rumour lists no claim; one was made of its title, \"{article.Slug}\"",
                "write \"claims:\" with what is said, by whom and by when");
            return [new ClaimEntry
            {
                Id = article.Slug,
                Text = Cut(article.Title, ClaimLength),
                Status = ClaimStatus.Rumour,
                Primary = true,
                Implicit = true,
                Known = body.Known,
                Unknown = body.Unknown,
            }];
        }

        var claims = article.Claims.ToList();
        var primary = claims.FindIndex(static entry => entry.Primary);
        if (primary < 0)
            return claims;
        var entry = claims[primary];
        entry = entry with { Known = [.. entry.Known.Union(body.Known)], Unknown = [.. entry.Unknown.Union(body.Unknown)] };
        claims[primary] = entry;
        if (entry.Status is { } status && status.IsOpen() && (entry.Known.Count == 0 || entry.Unknown.Count == 0))
        {
            var missing = entry.Known.Count > 0 ? "\"unknown\"" : entry.Unknown.Count > 0 ? "\"known\"" : "\"known\" and \"unknown\"";
            bag.Add(DiagnosticCatalogue.KnownUnknownMissing, entry.Span, $"the open claim \"{entry.Id}\" lacks {missing}", "say what is known and what is not");
        }

        return claims;
    }

    // At the last blank that fits, with an ellipsis; counted as readers count characters.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var characters = new StringInfo(text);
        if (characters.LengthInTextElements <= most)
            return text;
        var cut = characters.SubstringByTextElements(0, most - 1);
        var blank = cut.LastIndexOf(' ');
        return (blank > most / 2 ? cut[..blank] : cut).TrimEnd(' ', ',', ';', ':', '.', '\u2013', '-') + "\u2026";
    }
}

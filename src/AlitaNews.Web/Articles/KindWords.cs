using AlitaNews.Newsroom.Articles;

namespace AlitaNews.Web.Articles;

/// <summary>What readers are told about the sort of piece before they read it.</summary>
public static class KindWords
{
    /// <summary>The word on cards and above headlines; null for plain reporting, whose claims speak for themselves.</summary>
    public static string? Shown(ArticleKind kind) => kind switch
    {
        ArticleKind.Opinion => "Opinion",
        ArticleKind.Analysis => "Analysis",
        ArticleKind.Review => "Review",
        ArticleKind.Interview => "Interview",
        ArticleKind.Factcheck => "Fact check",
        ArticleKind.Roundup => "Round-up",
        ArticleKind.Liveblog => "Live",
        ArticleKind.Sponsored => "Advertisement",
        ArticleKind.Satire => "Satire",
        ArticleKind.Correction => "Correction",
        _ => null,
    };

    /// <summary>Whether the word must stand out: what is paid for, or not meant seriously, may not be taken for news.</summary>
    public static bool StandsOut(ArticleKind kind) => kind is ArticleKind.Sponsored or ArticleKind.Satire or ArticleKind.Opinion;
}

using System.Net;
using System.Text.RegularExpressions;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Articles;

namespace AlitaNews.Web.StructuredData;

/// <summary>Finished markup as plain text, for places that know no markup.</summary>
public static partial class PlainWords
{
    /// <summary>The words; null where there are none.</summary>
    public static string? Of(string? html)
    {
        if (html is null)
            return null;
        var text = Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();
        return text.Length == 0 ? null : BeforeSigns().Replace(text, "$1");
    }

    /// <summary>The words of markup as it is stored, with what its markers stand for.</summary>
    /// <returns>Null where there are none.</returns>
    public static string? Filled(SiteFrame frame, string? stored, BodyMaterial material) =>
        stored is null ? null : Of(FilledText.Of(StoryBody.Fill(stored, material, BodyUse.OnPage(frame))));

    /// <summary>The words that a text begins with, as many as a search engine shows; null where there are none.</summary>
    public static string? Beginning(string? html)
    {
        const int Shown = 160;
        return Of(html) is not { } text ? null : text.Length <= Shown ? text : text[..Math.Max(text.LastIndexOf(' ', Shown - 1), Shown / 2)] + " …";
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // A tag that ended before a full stop leaves a blank.
    [GeneratedRegex(@" ([.,;:!?])")]
    private static partial Regex BeforeSigns();
}

using System.Globalization;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Search;
using AlitaNews.Web.Hubs;
using Microsoft.AspNetCore.WebUtilities;

namespace AlitaNews.Web.Search;

/// <summary>A search as its page shows it.</summary>
/// <param name="Typed">What stands in the field.</param>
/// <param name="Results">What was found.</param>
/// <param name="Displays">The states to choose from, by their words in addresses.</param>
/// <param name="ThisYear">The newest year to choose.</param>
public sealed record SearchView(string Typed, SearchResults Results, IReadOnlyDictionary<string, ClaimDisplay> Displays, int ThisYear)
{
    private SearchRequest Request => Results.Request;

    /// <summary>Years to choose from, newest first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(Results.FirstYear ?? ThisYear, Math.Clamp(ThisYear - (Results.FirstYear ?? ThisYear) + 1, 1, 200)).Reverse();

    /// <summary>"3 stories", "The 500 newest stories".</summary>
    public string Count => Results.Total >= SearchQueries.MostHits ? $"The {SearchQueries.MostHits} newest stories" : HubWords.Stories(Results.Total);

    /// <summary>The address of another page of this search.</summary>
    public string Address(int page) => QueryHelpers.AddQueryString("/search", new Dictionary<string, string?>
    {
        ["q"] = Typed.Length == 0 ? null : Typed,
        ["status"] = Request.Display?.Word(),
        ["topic"] = Request.Topic,
        ["source"] = Request.Source,
        ["year"] = Request.Year?.ToString("0000", CultureInfo.InvariantCulture),
        ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>The address of the same words without filters.</summary>
    public string WithoutFilters => QueryHelpers.AddQueryString("/search", "q", Typed);
}

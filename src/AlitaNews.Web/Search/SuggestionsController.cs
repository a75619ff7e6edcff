using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using AlitaNews.Newsroom.Search;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Search;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Search;

/// <summary>What somebody may be about to type, in the form that browsers' own search fields read, too (OpenSearch suggestions).</summary>
public sealed class SuggestionsController(SuggestionQueries queries, CurrentFrame frame) : Controller
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary><c>/search/suggestions?q=</c>: what was typed, names, what they are, their addresses.</summary>
    [HttpGet("/search/suggestions")]
    public async Task<IActionResult> Show(string? q, CancellationToken cancel)
    {
        var typed = q ?? "";
        if (typed.Length > SearchWords.MaxLength)
            return BadRequest();
        var (edition, names) = typed.Trim().Length < SuggestionQueries.FewestLetters ? (frame.Frame.Edition, []) : await queries.FindAsync(typed, cancel);
        var answer = new JsonArray(
            typed,
            new JsonArray([.. names.Select(static name => (JsonNode)name.Name)]),
            new JsonArray([.. names.Select(static name => (JsonNode)char.ToUpperInvariant(name.Kind[0]).ToString() + name.Kind[1..])]),
            new JsonArray([.. names.Select(name => (JsonNode)frame.Frame.AddressOf($"/{name.Kind}s/{name.Id}"))]));
        HttpContext.DescribePage(new PageFacts(new EditionNumber(edition), frame.Frame.At) { Keep = false, Headers = [new("X-Robots-Tag", "noindex")] });
        return Content(answer.ToJsonString(Readable), "application/json; charset=utf-8");
    }
}

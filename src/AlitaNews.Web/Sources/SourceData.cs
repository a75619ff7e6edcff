using System.Text.Encodings.Web;
using System.Text.Json;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Sources;

namespace AlitaNews.Web.Sources;

/// <summary>The records as open data (<c>web.md</c>, section 6).</summary>
public static class SourceData
{
    // Served as JSON, never within a page: letters stay as they are.
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A part of the list as JSON.</summary>
    /// <param name="list">The part.</param>
    /// <param name="site">Names the licence.</param>
    /// <param name="origin">The public origin.</param>
    public static string Write(SourceList list, SiteFile site, string origin)
    {
        return JsonSerializer.Serialize(
            new
            {
                License = Licence.Read(site.License, null).Url,
                Items = list.Sources.Select(source => Item(source, origin)),
                Next = list.Page < list.Pages ? $"{origin}/sources.json?page={list.Page + 1}" : null,
            },
            Snake);
    }

    // What a page does not show is not in the data either: no score of a few, and no ends of a range that is none.
    private static object Item(RatedSource source, string origin)
    {
        var record = source.Record;
        var ranged = record.Shown is TrackRecordShown.Range or TrackRecordShown.Percent;
        return new
        {
            source.Id,
            Url = $"{origin}/sources/{Uri.EscapeDataString(source.Id)}",
            source.Name,
            Kind = source.File is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(source.File.Kind.ToString()),
            record.Settled,
            record.CameTrue,
            Open = record.OpenClaims,
            ExpiredUnsettled = record.ExpiredClaims,
            Score = record.Shown == TrackRecordShown.Percent ? Round(record.Score) : null,
            Low = ranged ? Round(record.Low) : null,
            High = ranged ? Round(record.High) : null,
            Shown = record.Shown.ToString().ToLowerInvariant(),
        };
    }

    private static double? Round(double share) => Math.Round(share, 4);
}

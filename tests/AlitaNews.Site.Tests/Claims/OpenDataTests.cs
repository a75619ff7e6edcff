using System.Text;
using System.Text.Json;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Store.Claims;
using AlitaNews.Web.Claims;
using CsCheck;
using static AlitaNews.Site.Tests.Claims.Copy;

namespace AlitaNews.Site.Tests.Claims;

/// <summary>Claims for machines: <c>web.md</c>, section 6.</summary>
public sealed class OpenDataTests
{
    private static readonly string[] ClaimKeys =
    [
        "id", "url", "text", "display", "status", "flags", "held", "due", "first_due", "due_ends", "version", "updated", "known", "unknown", "timeline", "articles", "sources",
        "supersedes", "superseded_by",
    ];

    [Fact]
    public async Task A_claim_has_the_keys_of_the_contract_and_nulls_for_what_is_absent()
    {
        await using var site = await NewsSite.StartAsync("2023-03-01T00:00:00Z", new Dictionary<string, string>(Paper)
        {
            ["articles/film/a.md"] = Article("a", "2023-01-01T10:00:00Z", "id: shoot, text: The shoot starts, status: rumour, sources: [insider]"),
            ["articles/film/b.md"] = Article("b", "2023-01-02T10:00:00Z", $"id: shoot, status: confirmed, note: Seen., due: 2023-Q2, {Proof}"),
        });

        using var answer = await site.Public.GetAsync("/claims/shoot.json");
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("confirmed", answer.Headers.GetValues("Claim-Status").Single());
        Assert.NotNull(answer.Headers.ETag);
        using var data = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var claim = data.RootElement;
        Assert.Equal(ClaimKeys, claim.EnumerateObject().Select(static pair => pair.Name));
        Assert.Equal("https://alita.example/claims/shoot", claim.GetProperty("url").GetString());
        Assert.Equal("2023-06-30T23:00:00Z", claim.GetProperty("due_ends").GetString());
        Assert.Equal(JsonValueKind.Array, claim.GetProperty("known").ValueKind);
        Assert.Equal("insider origin", $"{claim.GetProperty("sources")[0].GetProperty("id")} {claim.GetProperty("sources")[0].GetProperty("role")}");
        var said = claim.GetProperty("timeline");
        Assert.Equal(["a 2023-01-01T10:00:00Z rumour", "b 2023-01-02T10:00:00Z confirmed"], said.EnumerateArray().Select(static one => $"{one.GetProperty("article")} {one.GetProperty("at")} {one.GetProperty("status")}"));
        Assert.Equal(JsonValueKind.Null, said[0].GetProperty("note").ValueKind);
        Assert.Equal(JsonValueKind.Null, said[0].GetProperty("due").ValueKind);
        Assert.Equal("https://example.org/proof", said[1].GetProperty("evidence")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_of_a_hundred_the_newest_first()
    {
        var files = Paper;
        files["articles/film/many.md"] = Article("many", "2023-01-01T10:00:00Z", [.. Enumerable.Range(1, 100).Select(static i => $"id: c{i:000}, text: Number {i}, status: rumour, type: casting, sources: [insider]")]);
        files["articles/film/newest.md"] = Article("newest", "2023-01-02T10:00:00Z", "id: z, text: The newest, status: rumour, type: deal, due: 2023, test: A notice, sources: [insider]");
        await using var site = await NewsSite.StartAsync("2023-03-01T00:00:00Z", files);

        using var first = JsonDocument.Parse(await site.ReadAsync("/claims.json?source=insider"));
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", first.RootElement.GetProperty("license").GetString());
        Assert.Equal(["z", .. Enumerable.Range(1, 99).Select(static i => $"c{i:000}")], Ids(first));
        Assert.Equal("https://alita.example/claims.json?source=insider&page=2", first.RootElement.GetProperty("next").GetString());
        using var second = JsonDocument.Parse(await site.ReadAsync("/claims.json?source=insider&page=2"));
        Assert.Equal(["c100"], Ids(second));
        Assert.Equal(JsonValueKind.Null, second.RootElement.GetProperty("next").ValueKind);
        Assert.Equal(404, (await site.AskAsync("/claims.json?page=3")).Status);

        foreach (var filter in new[] { "type=deal", "due_before=2024-01-01", "due_before=2024-01-01T00:00:00Z", "updated_since=2023-01-02", "updated_since=2023-01-02T11:00:00%2B01:00", "updated_since=2023-01-02T11:00:00+01:00" })
        {
            using var found = JsonDocument.Parse(await site.ReadAsync("/claims.json?" + filter));
            Assert.Equal((filter, "z"), (filter, string.Join(' ', Ids(found))));
        }

        using var none = JsonDocument.Parse(await site.ReadAsync("/claims.json?due_before=2023-12-31"));
        Assert.Empty(Ids(none));
        foreach (var odd in new[] { "due_before=soon", "updated_since=2023-01-02T11:00:00", "updated_since=2023-13-01" })
            Assert.Equal(400, (await site.AskAsync("/claims.json?" + odd)).Status);
    }

    [Fact]
    public async Task The_calendar_holds_open_claims_on_the_last_day_of_their_period()
    {
        await using var site = await NewsSite.StartAsync("2023-03-01T00:00:00Z", new Dictionary<string, string>(Paper)
        {
            ["articles/film/a.md"] = Article("a", "2023-01-01", "id: shoot, text: \"Shoot; in Łódź, soon\", status: rumour, due: 2023-Q3, test: A notice, sources: [insider]", "id: vague, text: Some day, status: rumour, sources: [insider]"),
        });

        using var answer = await site.Public.GetAsync("/claims/due.ics");

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal(["DTSTART;VALUE=DATE:20230930"], lines.Where(static line => line.StartsWith("DTSTART", StringComparison.Ordinal)));
        Assert.Contains("UID:claim-shoot@alita.example", lines);
        Assert.Contains(@"SUMMARY:RUMOUR: Shoot\; in Łódź\, soon", lines);
        Assert.Equal("END:VCALENDAR", lines[^2]);
    }

    [Fact]
    public void Lines_of_the_calendar_are_folded_before_their_76th_octet_and_never_inside_a_letter() => Gen.String[0, 200].Sample(text =>
    {
        var state = new ClaimState
        {
            From = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch,
            DisplayedSince = DateTimeOffset.UnixEpoch,
            Updated = DateTimeOffset.UnixEpoch,
            Status = ClaimStatus.Rumour,
            Display = ClaimDisplay.Rumour,
            Due = "2023",
            Wording = new ClaimWording { Text = text },
        };

        var calendar = DueCalendar.Write([new ClaimFacts { Id = "c", State = state }], "Dates", "https://alita.example");

        var lines = calendar.Split("\r\n");
        Assert.All(lines, static line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        var unfolded = calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(18, unfolded.Length);
    }, iter: 300);

    private static List<string?> Ids(JsonDocument page) => [.. page.RootElement.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetString())];
}

using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Pages;
using Dapper;

namespace AlitaNews.Store.Archive;

/// <summary>Reads the archive. Months are those of the site's zone, whose rules the server need not know: it is told where they begin. Thread-safe.</summary>
public sealed class ArchiveQueries(NewsDatabase database)
{
    private const int ItemsAPage = 20;
    private const int FirstYear = 1900;

    private const string OverviewSql = """
        select max(number) from edition;

        select m.place::int as place, c.stories::int as stories
        from unnest(@starts, @ends) with ordinality as m (starts, ends, place)
        cross join lateral (
            select count(*) as stories from listing where list = 'all' and publish >= m.starts and publish < m.ends and publish <= @now and until > @now
        ) c
        where m.ends > (select min(publish) from listing where list = 'all') and c.stories > 0
        order by m.place desc;

        select max(publish) from listing where list = 'all' and publish <= @now and until > @now;
        """;

    /// <summary>Every month that has stories.</summary>
    public async Task<ArchiveOverview> ReadAsync(SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var zone = ClaimRules.Of(site).Zone;
        var months = ListMonths(new DateOnly(FirstYear, 1, 1), zone.DayOf(now));
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            OverviewSql, new { now, starts = Starts(months, zone), ends = Ends(months, zone) }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var rows = await results.ReadAsync<MonthRow>();
        return new ArchiveOverview
        {
            Edition = edition,
            Months = [.. rows.Select(row => new ArchiveMonth(months[row.Place - 1], row.Stories))],
            Newest = await results.ReadFirstOrDefaultAsync<DateTimeOffset?>(),
        };
    }

    private const string FindSql = """
        select max(number) from edition;

        select m.place::int as place, c.stories::int as stories
        from unnest(@starts, @ends) with ordinality as m (starts, ends, place)
        cross join lateral (
            select count(*) as stories from listing where list = 'all' and publish >= m.starts and publish < m.ends and publish <= @now and until > @now
        ) c
        where c.stories > 0
        order by m.place desc;

        select c.id, c.slug, c.title, c.kind, c.section, c.section_name, c.publish, c.updated, c.own_status, c.authors, c.card, c.claim_state, c.path,
               c.picture, c.picture_hash, c.picture_format, c.picture_width, c.picture_height, c.picture_colour, c.picture_embedded, c.picture_sidecar
        from card(array(
            select article from listing where list = 'all' and publish >= @since and publish < @before and publish <= @now and until > @now
            order by publish desc, article offset @first limit 20), @now) c;
        """;

    /// <summary>A page of a year's or a month's stories.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, or null: the whole year.</param>
    /// <param name="page">From 1.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The page; null where nothing was published, and past the end.</returns>
    public async Task<ArchivePage?> FindAsync(int year, int? month, int page, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = ClaimRules.Of(site);
        var first = new DateOnly(year, month ?? 1, 1);
        var months = ListMonths(first, month is null ? new DateOnly(year, 12, 31) : first);
        var starts = Starts(months, rules.Zone);
        var ends = Ends(months, rules.Zone);
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            FindSql, new { now, starts, ends, since = rules.Zone.StartOf(first), before = rules.Zone.StartOf(After(months[^1])), first = PageStart.Of(page, ItemsAPage) }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var counted = (await results.ReadAsync<MonthRow>()).Select(row => new ArchiveMonth(months[row.Place - 1], row.Stories)).ToList();
        var total = counted.Sum(static one => one.Stories);
        var pages = PageCount.Of(total, ItemsAPage);
        if (total == 0 || page > pages)
            return null;
        return new ArchivePage
        {
            Edition = edition,
            First = first,
            IsYear = month is null,
            Page = page,
            Pages = pages,
            Total = total,
            Cards = [.. (await results.ReadAsync<CardRow>()).Select(card => card.Show(now, rules))],
            Months = month is null ? counted : [],
        };
    }

    private static List<DateOnly> ListMonths(DateOnly first, DateOnly last)
    {
        var months = new List<DateOnly>();
        for (var month = first; month <= last; month = After(month))
            months.Add(month);
        return months;
    }

    private static DateOnly After(DateOnly month) => month.AddMonths(1);

    private static DateTime[] Starts(List<DateOnly> months, SiteZone zone) => [.. months.Select(month => zone.StartOf(month).UtcDateTime)];

    private static DateTime[] Ends(List<DateOnly> months, SiteZone zone) => [.. months.Select(month => zone.StartOf(After(month)).UtcDateTime)];

    private sealed record MonthRow
    {
        public int Place { get; init; }

        public int Stories { get; init; }
    }
}

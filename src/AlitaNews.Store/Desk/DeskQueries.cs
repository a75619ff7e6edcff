using AlitaNews.Newsroom.Diagnostics;
using Dapper;

namespace AlitaNews.Store.Desk;

/// <summary>Reads what the desk shows. Thread-safe.</summary>
public sealed class DeskQueries(NewsDatabase database)
{
    private const string ProblemsSql = "select path, line, col, severity, code, message, hint from problem";

    /// <summary>Every finding about every file, in the order of the printers.</summary>
    public async Task<IReadOnlyList<Diagnostic>> ListProblemsAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        return Read(await connection.QueryAsync<ProblemRow>(new CommandDefinition(ProblemsSql, cancellationToken: cancel)));
    }

    private const string CountSql = "select severity, count(*)::int as count from problem group by severity";

    /// <summary>How many findings there are, by severity; none of one that has none.</summary>
    public async Task<IReadOnlyDictionary<Severity, int>> CountProblemsAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        var counts = await connection.QueryAsync<(string Severity, int Count)>(new CommandDefinition(CountSql, cancellationToken: cancel));
        return Read(counts);
    }

    // The words of an editor are looked for as they are: no pattern.
    private const string FindSql = """
        select count(*) from file where state <> 'gone';

        select severity, count(*)::int as count from problem group by severity;

        select path, line, col, severity, code, message, hint, count(*) over ()::int as total from problem
        where code <> @link and strpos(lower(concat(path, ' ', code, ' ', message)), @words) > 0
        order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, path, line, col, code limit @mend;

        select path, line, col, severity, code, message, hint, count(*) over ()::int as total from problem
        where code = @link and strpos(lower(concat(path, ' ', code, ' ', message)), @words) > 0
        order by path, line, col limit @links;

        select path, title, count(*) over ()::int as total from article
        where draft and not vanished and strpos(lower(concat(path, ' ', title)), @words) > 0
        order by path limit @drafts;

        select at, what, path, title, count(*) over ()::int as total from (
            select publish as at, 'publish' as what, path, title from article where publish > @now and not draft and not vanished
            union all
            select expires, 'expires', path, title from article where expires > @now and expires <= @later and not draft and not vanished
            union all
            select pinned_until, 'unpin', path, title from article where pinned > 0 and pinned_until > @now and pinned_until <= @later and not draft and not vanished
        ) dated
        where strpos(lower(concat(path, ' ', title)), @words) > 0
        order by at, path limit @scheduled;

        select s.claim, s.display, s.due, s.due_ends, s.piece, e.piece as event, s.total
        from (
            select w.claim, w.display, w.due, w.due_ends, w.piece, count(*) over ()::int as total
            from claim_state w
            where w.from_at <= @now and w.until_at > @now and not w.alias
              and (w.display in ('overdue', 'disputed') or (w.display in ('rumour', 'unverified') and w.due_ends <= @soon))
              and strpos(lower(concat(w.claim, ' ', w.piece::jsonb #>> '{wording,text}')), @words) > 0
            order by w.display = 'disputed' desc, w.due_ends, w.claim limit @claims
        ) s
        left join lateral (
            select v.piece from claim_event v where v.claim = s.claim and v.publish <= @now order by v.publish desc, v.article, v.position limit 1
        ) e on true
        order by s.display = 'disputed' desc, s.due_ends, s.claim;

        select number, at, cause, milliseconds, files_changed, files_removed, summary from edition order by number desc limit @editions;
        """;

    /// <summary>The desk at a moment.</summary>
    /// <param name="ask">What is wanted of it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="soon">A claim that is due until then is due soon.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<DeskPage> ReadAsync(DeskAsk ask, DateTimeOffset now, DateTimeOffset soon, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        var keys = new
        {
            now,
            soon,
            later = now.AddDays(60),
            link = DiagnosticCatalogue.DeadLink.Code,
            words = ask.Words?.ToLowerInvariant() ?? "",
            mend = ask.MostOf(DeskSection.Mend),
            links = ask.MostOf(DeskSection.Links),
            drafts = ask.MostOf(DeskSection.Drafts),
            scheduled = ask.MostOf(DeskSection.Scheduled),
            claims = ask.MostOf(DeskSection.Claims),
            editions = ask.Whole == DeskSection.Editions ? 200 : 20,
        };
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, keys, cancellationToken: cancel));
        var files = (int)await results.ReadSingleAsync<long>();
        var counts = Read(await results.ReadAsync<(string Severity, int Count)>());
        return new DeskPage
        {
            Files = files,
            Errors = counts.GetValueOrDefault(Severity.Error),
            Warnings = counts.GetValueOrDefault(Severity.Warning),
            Problems = await ListAsync<ProblemRow, Diagnostic>(results, static row => row.Read()),
            BrokenLinks = await ListAsync<ProblemRow, Diagnostic>(results, static row => row.Read()),
            Drafts = await ListAsync<DraftRow, DeskArticle>(results, static row => new DeskArticle(row.Path, row.Title)),
            Scheduled = await ListAsync<DateRow, DeskDate>(results, static row => new DeskDate(row.At, row.What, row.Path, row.Title)),
            Claims = await ListAsync<DueClaimRow, DeskClaim>(results, static row => row.Read()),
            Editions = [.. (await results.ReadAsync<EditionRow>()).Select(static row => row.Read())],
        };
    }

    private static async Task<DeskList<T>> ListAsync<TRow, T>(SqlMapper.GridReader results, Func<TRow, T> read)
        where TRow : ICountedRow
    {
        var rows = (await results.ReadAsync<TRow>()).ToList();
        return new DeskList<T>([.. rows.Select(read)], rows.Count == 0 ? 0 : rows[0].Total);
    }

    private const string FileSql = """
        select state = 'held' from file where path = @path and state <> 'gone';

        select path, line, col, severity, code, message, hint from problem where path = @path;

        select slug, draft, publish from article where path = @path and not vanished;

        select d.kind, d.id from dossier d
        where d.path = @path and (d.kind <> 'claim' or exists (select from claim_state s where s.claim = d.id and s.from_at <= @now and s.until_at > @now));
        """;

    /// <summary>One file, or null where nothing is known of it.</summary>
    /// <param name="path">Its path, relative to the content folder.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<DeskFile?> FindFileAsync(string path, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FileSql, new { path, now }, cancellationToken: cancel));
        var held = await results.ReadFirstOrDefaultAsync<bool?>();
        var problems = Read(await results.ReadAsync<ProblemRow>());
        var article = await results.ReadFirstOrDefaultAsync<StoryRow>();
        var dossier = await results.ReadFirstOrDefaultAsync<DossierRow>();
        if (held is null && problems.Count == 0 && article is null)
            return null;
        return new DeskFile
        {
            Path = path,
            Held = held == true,
            Problems = problems,
            Address = article is not null ? (article.Draft || article.Publish > now ? null : "/news/" + article.Slug) : dossier?.Address,
            IsArticle = article is not null,
            Draft = article?.Draft == true,
            Publish = article?.Publish,
            Page = dossier is { Kind: "page" } ? dossier.Id : null,
        };
    }

    private static Dictionary<Severity, int> Read(IEnumerable<(string Severity, int Count)> counts) =>
        counts.ToDictionary(static row => Enum.Parse<Severity>(row.Severity, ignoreCase: true), static row => row.Count);

    private static List<Diagnostic> Read(IEnumerable<ProblemRow> rows) => [.. rows.Select(static row => row.Read()).Order(Diagnostic.PrintOrder)];

    private sealed record StoryRow
    {
        public required string Slug { get; init; }

        public bool Draft { get; init; }

        public DateTimeOffset Publish { get; init; }
    }

    private sealed record DossierRow
    {
        public required string Kind { get; init; }

        public required string Id { get; init; }

        public string Address => Kind == "page" ? "/" + Id : $"/{Kind}s/{Id}";
    }
}

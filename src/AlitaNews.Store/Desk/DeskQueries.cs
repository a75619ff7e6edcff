using System.Text.Json;
using AlitaNews.Newsroom.Claims;
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
        return counts.ToDictionary(static row => Enum.Parse<Severity>(row.Severity, ignoreCase: true), static row => row.Count);
    }

    private const string FindSql = """
        select count(*) from file where state <> 'gone';

        select path, line, col, severity, code, message, hint from problem;

        select path, title from article where draft and not vanished order by path;

        select at, what, path, title from (
            select publish as at, 'publish' as what, path, title from article where publish > @now and not draft and not vanished
            union all
            select expires, 'expires', path, title from article where expires > @now and expires <= @later and not draft and not vanished
            union all
            select pinned_until, 'unpin', path, title from article where pinned > 0 and pinned_until > @now and pinned_until <= @later and not draft and not vanished
        ) dated
        order by at, path limit 200;

        select s.claim, s.display, s.due, s.due_ends, s.piece, e.piece as event
        from claim_state s
        left join lateral (
            select v.piece from claim_event v where v.claim = s.claim and v.publish <= @now order by v.publish desc, v.article, v.position limit 1
        ) e on true
        where s.from_at <= @now and s.until_at > @now and not s.alias
          and (s.display in ('overdue', 'disputed') or (s.display in ('rumour', 'unverified') and s.due_ends <= @soon))
        order by s.display = 'disputed' desc, s.due_ends, s.claim limit 500;

        select number, at, cause, milliseconds, files_changed, files_removed, summary from edition order by number desc limit 20;
        """;

    /// <summary>The desk at a moment.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="soon">A claim that is due until then is due soon.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<DeskPage> ReadAsync(DateTimeOffset now, DateTimeOffset soon, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        var later = now.AddDays(60);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, new { now, soon, later }, cancellationToken: cancel));
        return new DeskPage
        {
            Files = (int)await results.ReadSingleAsync<long>(),
            Problems = Read(await results.ReadAsync<ProblemRow>()),
            Drafts = [.. await results.ReadAsync<DeskArticle>()],
            Scheduled = [.. (await results.ReadAsync<DateRow>()).Select(static row => new DeskDate(row.At, row.What, row.Path, row.Title))],
            Claims = [.. (await results.ReadAsync<ClaimRow>()).Select(static row => row.Read())],
            Editions = [.. (await results.ReadAsync<EditionRow>()).Select(static row => row.Read())],
        };
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

    private static List<Diagnostic> Read(IEnumerable<ProblemRow> rows) =>
        [.. rows.Select(static row => new Diagnostic(row.Path, row.Line, row.Col, Enum.Parse<Severity>(row.Severity, ignoreCase: true), row.Code, row.Message, row.Hint)).Order(Diagnostic.PrintOrder)];

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

    private sealed record ProblemRow
    {
        public required string Path { get; init; }

        public int Line { get; init; }

        public int Col { get; init; }

        public required string Severity { get; init; }

        public required string Code { get; init; }

        public required string Message { get; init; }

        public string? Hint { get; init; }
    }

    private sealed record DateRow
    {
        public DateTimeOffset At { get; init; }

        public required string What { get; init; }

        public required string Path { get; init; }

        public required string Title { get; init; }
    }

    private sealed record ClaimRow
    {
        public required string Claim { get; init; }

        public required string Display { get; init; }

        public string? Due { get; init; }

        public DateTimeOffset? DueEnds { get; init; }

        public required string Piece { get; init; }

        public string? Event { get; init; }

        public DeskClaim Read()
        {
            var said = Event is null ? null : Pieces.Read(Event, Pieces.Default.ClaimEvent);
            return new DeskClaim
            {
                Id = Claim,
                Text = Pieces.Read(Piece, Pieces.Default.ClaimState).Wording.Text ?? Claim,
                Display = Enum.Parse<ClaimDisplay>(Display, ignoreCase: true),
                Due = Due is "none" ? null : Due,
                DueEnds = DueEnds,
                Path = said?.Path ?? "",
                Line = said?.Line ?? 1,
            };
        }
    }

    private sealed record EditionRow
    {
        public long Number { get; init; }

        public DateTimeOffset At { get; init; }

        public required string Cause { get; init; }

        public int Milliseconds { get; init; }

        public int FilesChanged { get; init; }

        public int FilesRemoved { get; init; }

        public required string Summary { get; init; }

        public DeskEdition Read()
        {
            using var summary = JsonDocument.Parse(Summary);
            return new DeskEdition
            {
                Number = Number,
                At = At,
                Cause = Cause,
                Milliseconds = Milliseconds,
                FilesChanged = FilesChanged,
                FilesRemoved = FilesRemoved,
                Changed = List(summary.RootElement, "changed"),
                Removed = List(summary.RootElement, "removed"),
            };
        }

        private static List<string> List(JsonElement summary, string name) =>
            summary.TryGetProperty(name, out var paths) ? [.. paths.EnumerateArray().Select(static path => path.GetString() ?? "")] : [];
    }
}

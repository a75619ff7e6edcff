using System.Diagnostics;
using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Store.Announcements;
using Dapper;
using Npgsql;

namespace AlitaNews.Store.Editions;

/// <summary>
/// Writes one edition in one transaction: what a round removed and added, the claims it touched, what the files look like, the findings,
/// and the new number, which every instance hears of at commit. Dispose it without <see cref="CommitAsync"/> and nothing happened.
/// Not safe for use by several threads.
/// </summary>
public sealed class EditionWriter : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly DateTimeOffset _now;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Dictionary<string, ArticleBefore> _before = new(StringComparer.Ordinal);
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _versionsBefore = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DossierBefore> _dossiersBefore = new(StringComparer.Ordinal);

    private bool _recordsMoved;

    private EditionWriter(NpgsqlConnection connection, NpgsqlTransaction transaction, DateTimeOffset now)
    {
        _connection = connection;
        _transaction = transaction;
        _now = now;
    }

    /// <summary>Begins an edition on the session that holds the leader's lock.</summary>
    public static async Task<EditionWriter> BeginAsync(LeaderSession leader, DateTimeOffset now, CancellationToken cancel)
    {
        var transaction = await leader.Connection.BeginTransactionAsync(cancel);
        return new EditionWriter(leader.Connection, transaction, now);
    }

    private const string BeforeSql = """
        select id, slug, path, text_changed, text_hash
        from article
        where path = any(@paths) or id = any(@ids)
        """;

    private const string DossiersBeforeSql = "select path, kind, updated, text_hash from dossier where path = any(@paths)";

    private const string RemoveArticlesSql = """
        insert into search_queue select unnest(@ids) on conflict (article) do update set article = excluded.article;
        delete from listing where article = any(@ids);
        delete from tick where subject = any(@subjects);
        delete from correction where teller = any(@subjects);
        delete from article where id = any(@ids);
        """;

    private const string RemoveFilesSql = """
        delete from dossier where path = any(@paths);
        delete from media where path = any(@paths);
        delete from sidecar where path = any(@paths);
        delete from address where file = any(@paths) and origin <> 'was';
        """;

    /// <summary>Takes out the old rows of files and articles that this round replaces or removes. Comes first.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="ids">The articles, wherever their files lay before.</param>
    /// <param name="cancel">Gives up; nothing happened then.</param>
    public async Task RemoveAsync(IReadOnlyCollection<string> paths, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        var of = new { paths = paths.ToArray(), ids = ids.ToArray() };
        var before = (await _connection.QueryAsync<ArticleBefore>(Command(BeforeSql, of, cancel))).ToList();
        // A later part of the round must not take what an earlier one wrote for what stood before.
        foreach (var row in before)
            _before.TryAdd(row.Id, row);
        foreach (var row in await _connection.QueryAsync<DossierBefore>(Command(DossiersBeforeSql, of, cancel)))
        {
            _dossiersBefore.TryAdd(row.Path, row);
            _recordsMoved |= row.Kind == "source";
        }

        var leaving = new { ids = before.Select(static row => row.Id).ToArray(), subjects = before.Select(static row => "article:" + row.Id).ToArray() };
        if (before.Count > 0)
            await _connection.ExecuteAsync(Command(RemoveArticlesSql, leaving, cancel));
        await _connection.ExecuteAsync(Command(RemoveFilesSql, of, cancel));
    }

    /// <summary>Reads the bodies of articles, as HTML with markers, by the paths of their files.</summary>
    public Task<IReadOnlyDictionary<string, string>> ReadBodiesAsync(IReadOnlyCollection<string> paths, CancellationToken cancel) =>
        RenamedArticleWriter.ReadBodiesAsync(_transaction, paths, cancel);

    /// <summary>Hands the article of a file that is gone to a file that is held with an error.</summary>
    public Task MoveAsync(string from, string to, CancellationToken cancel) => RenamedArticleWriter.MoveAsync(_transaction, from, to, cancel);

    /// <summary>Leaves a mark for articles whose files were deleted without a tombstone: the address answers 410, the claims stay.</summary>
    /// <param name="vanished">What the index kept of them.</param>
    /// <param name="cancel">Gives up; nothing happened then.</param>
    public async Task VanishAsync(IReadOnlyCollection<FileFacts> vanished, CancellationToken cancel)
    {
        foreach (var facts in vanished)
            await VanishedArticleWriter.WriteAsync(_transaction, facts, _before.GetValueOrDefault(facts.Id), _now, cancel);
    }

    private const string AddressSql = """
        insert into address (path, origin, file, article, location, reason, since)
        select a.path, a.origin, a.file, a.article, a.location, a.reason, @now
        from unnest(@paths, @origins, @files, @articles, @locations, @reasons) as a (path, origin, file, article, location, reason)
        on conflict (path, origin, file) do update
        set article = excluded.article, location = excluded.location, reason = excluded.reason, since = excluded.since
        """;

    // The update takes the row's lock: an indexer that holds it finishes first, and one that comes later waits for this edition.
    private const string QueueSql = """
        insert into search_queue select unnest(@ids) on conflict (article) do update set article = excluded.article
        """;

    private const string SiteSql = """
        insert into site (piece) values (@piece)
        on conflict (only_row) do update set piece = excluded.piece
        """;

    /// <summary>Puts files in. Call it as often as wanted: a large round comes in parts.</summary>
    /// <param name="files">Compiled files, none of them blocked, whose old rows are gone.</param>
    /// <param name="cancel">Gives up; nothing happened then.</param>
    public async Task AddAsync(IReadOnlyCollection<CompiledFile> files, CancellationToken cancel)
    {
        var articles = files.Where(static file => file.Article is not null).Select(file => ArticleRow.Of(file, _before.GetValueOrDefault(file.Facts.Id), _now)).ToList();
        _touched.UnionWith(articles.Select(static row => row.Article.Id));
        await RowCopy.ArticlesAsync(_connection, articles, cancel);
        await RowCopy.ListingsAsync(_connection, articles, cancel);
        await RowCopy.CorrectionsAsync(_connection, [.. articles.SelectMany(CorrectionRow.ListOf)], cancel);
        await RowCopy.DossiersAsync(_connection, files.Select(file => DossierRow.Find(file, _dossiersBefore.GetValueOrDefault(file.Facts.Path), _now)).OfType<DossierRow>().ToList(), cancel);
        await RowCopy.SidecarsAsync(_connection, files, cancel);
        await RowCopy.TicksAsync(_connection, articles.SelectMany(row => row.ListTicks(_now)), cancel);
        if (articles.Count > 0)
            await _connection.ExecuteAsync(Command(QueueSql, new { ids = articles.Select(static row => row.Article.Id).ToArray() }, cancel));

        var addresses = files.SelectMany(AddressRow.ListOf)
            .Concat(articles.Where(row => _before.TryGetValue(row.Article.Id, out var was) && was.Slug != row.Article.Slug)
                .Select(row => new AddressRow("/news/" + _before[row.Article.Id].Slug, "was", _before[row.Article.Id].Path, row.Article.Id, null, null)))
            .DistinctBy(static row => (row.Path, row.Origin, row.File))
            .ToList();
        if (addresses.Count > 0)
        {
            await _connection.ExecuteAsync(Command(
                AddressSql,
                new
                {
                    paths = addresses.Select(static row => row.Path).ToArray(),
                    origins = addresses.Select(static row => row.Origin).ToArray(),
                    files = addresses.Select(static row => row.File).ToArray(),
                    articles = addresses.Select(static row => row.Article).ToArray(),
                    locations = addresses.Select(static row => row.Location).ToArray(),
                    reasons = addresses.Select(static row => row.Reason).ToArray(),
                    now = _now,
                },
                cancel));
        }

        foreach (var file in files)
        {
            _recordsMoved |= file.Source is not null;
            if (file.Site is { } site)
                await _connection.ExecuteAsync(Command(SiteSql, new { piece = Pieces.Write(site) }, cancel));
        }
    }

    private const string ResetSiteSql = "delete from site";

    /// <summary>Goes back to the defaults: <c>site.yaml</c> went.</summary>
    public Task ResetSiteAsync(CancellationToken cancel) => _connection.ExecuteAsync(Command(ResetSiteSql, new { }, cancel));

    /// <summary>Puts pictures in, whose old rows are gone.</summary>
    public Task AddPicturesAsync(IReadOnlyCollection<PictureRow> pictures, CancellationToken cancel) =>
        RowCopy.PicturesAsync(_connection, pictures, cancel);

    private const string VersionSql = """
        select claim, version, piece from claim_state
        where claim = any(@ids) and from_at <= @now and until_at > @now
        """;

    private const string DropClaimsSql = """
        delete from claim_event where claim = any(@ids);
        delete from claim_state where claim = any(@ids);
        delete from scored_claim where claim = any(@ids);
        delete from assertion where claim = any(@ids);
        delete from claim where id = any(@ids);
        delete from tick where subject = any(@subjects);
        delete from correction where teller = any(@subjects);
        """;

    /// <summary>Replaces what is said of claims, and their states. A claim of which nothing is said any more goes.</summary>
    /// <param name="touched">Every claim id that may have changed, aliases included.</param>
    /// <param name="folded">Those of which something is said.</param>
    /// <param name="ledger">Knows the aliases.</param>
    /// <param name="rules">Say when the label CONFIRMED ends, which is a tick.</param>
    /// <param name="cancel">Gives up; nothing happened then.</param>
    public async Task FoldAsync(IReadOnlyCollection<string> touched, IReadOnlyCollection<FoldedClaim> folded, ClaimLedger ledger, ClaimRules rules, CancellationToken cancel)
    {
        if (touched.Count == 0)
            return;
        var ids = touched.Concat(folded.SelectMany(claim => ledger.AliasesOf(claim.Id))).Distinct(StringComparer.Ordinal).ToArray();
        var versions = await _connection.QueryAsync<StateBefore>(Command(VersionSql, new { ids, now = _now }, cancel));
        var before = versions.ToDictionary(static row => row.Claim, StringComparer.Ordinal);
        foreach (var id in ids)
            _versionsBefore.TryAdd(id, before.GetValueOrDefault(id)?.Version ?? 0);
        var records = await RecordDigest.ReadAsync(_transaction, ids, cancel);
        await _connection.ExecuteAsync(Command(DropClaimsSql, new { ids, subjects = ids.Select(static id => "claim:" + id).ToArray() }, cancel));

        var rows = folded
            .SelectMany(claim => ledger.AliasesOf(claim.Id).Prepend(claim.Id).Select(id => ClaimRow.Of(claim, id, before.GetValueOrDefault(id), _now)))
            .ToList();
        await RowCopy.ClaimEventsAsync(_connection, [.. folded.SelectMany(static claim => claim.Events)], cancel);
        await RowCopy.ClaimsAsync(_connection, rows, cancel);
        await RowCopy.ClaimStatesAsync(_connection, rows, cancel);
        await RecordCopy.ScoredClaimsAsync(_connection, folded, cancel);
        await RecordCopy.AssertionsAsync(_connection, folded, cancel);
        _recordsMoved |= records is null || records != await RecordDigest.ReadAsync(_transaction, ids, cancel);
        await RowCopy.CorrectionsAsync(_connection, [.. rows.SelectMany(CorrectionRow.ListOf)], cancel);
        await RowCopy.TicksAsync(_connection, rows.Where(static row => row.MergedInto is null).SelectMany(row => row.ListTicks(_now, rules)), cancel);
    }

    private const string DropProblemsSql = "delete from problem where path = any(@paths)";

    /// <summary>Replaces the findings about files.</summary>
    /// <param name="paths">Every file whose findings are made anew.</param>
    /// <param name="findings">All their findings; may be made while they are written, so that not all of them are held at once.</param>
    /// <param name="cancel">Gives up; nothing happened then.</param>
    /// <returns>How many findings there are.</returns>
    public async Task<int> ReportAsync(IReadOnlyCollection<string> paths, IEnumerable<Diagnostic> findings, CancellationToken cancel)
    {
        await _connection.ExecuteAsync(Command(DropProblemsSql, new { paths = paths.ToArray() }, cancel));
        return await RowCopy.ProblemsAsync(_connection, findings, cancel);
    }

    private const string ForgetSql = "delete from file where path = any(@paths)";

    /// <summary>Remembers what the files look like now.</summary>
    /// <param name="forgotten">Files that are not there any more.</param>
    /// <param name="seen">Files that are, with what the rules need to know of those in the edition.</param>
    /// <param name="cancel">Gives up; nothing happened then.</param>
    public async Task RememberAsync(IReadOnlyCollection<string> forgotten, IReadOnlyCollection<(SeenFile File, FileFacts? Facts)> seen, CancellationToken cancel)
    {
        await _connection.ExecuteAsync(Command(ForgetSql, new { paths = forgotten.Concat(seen.Select(static one => one.File.Path)).ToArray() }, cancel));
        await RowCopy.FilesAsync(_connection, seen, cancel);
    }

    // What time alone changes about a record is a tick.
    private const string FinishSql = """
        with passed as (delete from tick where at <= @now returning 1),
             last as (select number, records from edition order by number desc limit 1),
             next as (select coalesce(max(number), 0) + 1 as number, max(records) as records from last)
        insert into edition (number, at, cause, milliseconds, files_changed, files_removed, summary, compiled_by, records)
        select n.number, @now, @cause, @milliseconds, @changed, @removed, @summary, @program,
               case when @recordsMoved or n.records is null or exists (select from passed) then n.number else n.records end
        from next n
        returning number;
        """;

    private const string NotifySql = "select pg_notify(@channel, @number)";

    /// <summary>Makes the edition current: from here on it is what readers see.</summary>
    /// <param name="cause">round, tick or rebuild.</param>
    /// <param name="changed">How many files are new or changed.</param>
    /// <param name="removed">How many files went.</param>
    /// <param name="summary">What changed, as JSON, for the desk.</param>
    /// <param name="cancel">Gives up; nothing happened then.</param>
    public async Task<EditionNumber> CommitAsync(string cause, int changed, int removed, string summary, CancellationToken cancel)
    {
        await AnnouncementWriter.FillAsync(_connection, _transaction, [.. _touched, .. _before.Keys], _versionsBefore, _now, cancel);
        var milliseconds = (int)Stopwatch.GetElapsedTime(_began).TotalMilliseconds;
        var number = await _connection.ExecuteScalarAsync<long>(Command(FinishSql, new { now = _now, cause, milliseconds, changed, removed, summary, program = CompilingProgram.Stamp, recordsMoved = _recordsMoved }, cancel));
        await _connection.ExecuteAsync(Command(
            NotifySql, new { channel = EditionSignal.Channel, number = number.ToString(System.Globalization.CultureInfo.InvariantCulture) }, cancel));
        await _transaction.CommitAsync(cancel);
        return new EditionNumber(number);
    }

    /// <summary>Keeps what was remembered without making an edition: nothing that readers see has changed.</summary>
    public Task CommitQuietlyAsync(CancellationToken cancel) => _transaction.CommitAsync(cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    private CommandDefinition Command(string sql, object parameters, CancellationToken cancel) =>
        new(sql, parameters, _transaction, cancellationToken: cancel);
}

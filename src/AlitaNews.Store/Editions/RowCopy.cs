using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Rules;
using Npgsql;
using NpgsqlTypes;
using static NpgsqlTypes.NpgsqlDbType;

namespace AlitaNews.Store.Editions;

/// <summary>Carries rows into the tables by COPY, in the transaction of the session it is given. Rows that are not there cost nothing.</summary>
internal static class RowCopy
{
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | Text;

    public static Task ArticlesAsync(NpgsqlConnection connection, IReadOnlyCollection<ArticleRow> rows, CancellationToken cancel) => CopyAsync(
        connection,
        """
        copy article (id, slug, path, stem, title, kind, section, date, publish, expires, updated, text_changed, draft, unlisted, noindex, removed, pinned, pinned_until,
                      primary_claim, own_status, claims, sources, topics, links, media, authors, hero, card, piece, text_hash, body, indexable) from stdin (format binary)
        """,
        rows,
        static (copy, row) =>
        {
            var article = row.Article;
            copy.Write(article.Id, Text);
            copy.Write(article.Slug, Text);
            copy.Write(article.Path, Text);
            copy.Write(IndexKeys.StemOf(article.Path), Text);
            copy.Write(article.Title, Text);
            copy.Write(article.Kind.ToString().ToLowerInvariant(), Text);
            copy.Write(article.Section, Text);
            Write(copy, article.Date);
            Write(copy, article.Publish);
            Write(copy, article.Expires ?? DateTimeOffset.MaxValue);
            Write(copy, row.Updated);
            Write(copy, row.TextChanged);
            copy.Write(article.Draft, NpgsqlDbType.Boolean);
            copy.Write(article.Unlisted, NpgsqlDbType.Boolean);
            copy.Write(article.NoIndex, NpgsqlDbType.Boolean);
            Write(copy, article.Removed is { } removed ? removed.Date ?? article.Publish : null);
            copy.Write(article.Featured ? Math.Max(1, article.Weight) : 0, Integer);
            Write(copy, article.PinnedUntil ?? DateTimeOffset.MaxValue);
            Write(copy, row.PrimaryClaim);
            Write(copy, row.OwnStatus);
            copy.Write(row.Claims, Texts);
            copy.Write(row.Sources, Texts);
            copy.Write(article.Topics.ToArray(), Texts);
            copy.Write(row.Links, Texts);
            copy.Write(row.Media, Texts);
            copy.Write(article.Authors.Select(static author => author.Id).ToArray(), Texts);
            copy.Write(row.Hero, Texts);
            copy.Write(row.Card, Text);
            copy.Write(row.Piece, Text);
            copy.Write(row.TextHash, Bytea);
            copy.Write(row.Body, Text);
            copy.Write(row.Indexable, NpgsqlDbType.Boolean);
        },
        cancel);

    public static Task ListingsAsync(NpgsqlConnection connection, IReadOnlyCollection<ArticleRow> rows, CancellationToken cancel) => CopyAsync(
        connection,
        "copy listing (list, publish, article, until) from stdin (format binary)",
        rows.SelectMany(static row => row.ListLists().Select(list => (List: list, row.Article))),
        static (copy, row) =>
        {
            copy.Write(row.List, Text);
            Write(copy, row.Article.Publish);
            copy.Write(row.Article.Id, Text);
            Write(copy, row.Article.Expires ?? DateTimeOffset.MaxValue);
        },
        cancel);

    public static Task ClaimEventsAsync(NpgsqlConnection connection, IReadOnlyCollection<ClaimEvent> rows, CancellationToken cancel) => CopyAsync(
        connection,
        "copy claim_event (claim, article, path, position, publish, piece) from stdin (format binary)",
        rows,
        static (copy, row) =>
        {
            copy.Write(row.Claim, Text);
            copy.Write(row.Article, Text);
            copy.Write(row.Path, Text);
            copy.Write(row.Position, Integer);
            Write(copy, row.Publish);
            copy.Write(Pieces.Write(row), Text);
        },
        cancel);

    public static Task DossiersAsync(NpgsqlConnection connection, IReadOnlyCollection<DossierRow> rows, CancellationToken cancel) => CopyAsync(
        connection,
        "copy dossier (kind, id, path, name, aliases, updated, links, media, piece, text_hash, body) from stdin (format binary)",
        rows,
        static (copy, row) =>
        {
            copy.Write(row.Kind, Text);
            copy.Write(row.Id, Text);
            copy.Write(row.Path, Text);
            copy.Write(row.Name, Text);
            copy.Write(row.Aliases, Texts);
            Write(copy, row.Updated);
            copy.Write(row.Links, Texts);
            copy.Write(row.Media, Texts);
            copy.Write(row.Piece, Text);
            copy.Write(row.TextHash, Bytea);
            copy.Write(row.Body, Text);
        },
        cancel);

    public static Task SidecarsAsync(NpgsqlConnection connection, IReadOnlyCollection<CompiledFile> files, CancellationToken cancel) => CopyAsync(
        connection,
        "copy sidecar (picture, path, facts) from stdin (format binary)",
        files.Where(static file => file.Sidecar is not null),
        static (copy, file) =>
        {
            copy.Write(System.IO.Path.ChangeExtension(file.Facts.Path, null), Text);
            copy.Write(file.Facts.Path, Text);
            copy.Write(Pieces.Write(file.Sidecar!), Text);
        },
        cancel);

    public static Task PicturesAsync(NpgsqlConnection connection, IReadOnlyCollection<PictureRow> rows, CancellationToken cancel) => CopyAsync(
        connection,
        "copy media (path, hash, format, width, height, bytes, embedded, colour) from stdin (format binary)",
        rows,
        static (copy, row) =>
        {
            copy.Write(row.Path, Text);
            copy.Write(row.Hash, Bytea);
            copy.Write(row.Format, Text);
            copy.Write(row.Width, Integer);
            copy.Write(row.Height, Integer);
            copy.Write(row.Bytes, Bigint);
            Write(copy, row.Embedded is null ? null : Pieces.Write(row.Embedded));
            Write(copy, row.Colour);
        },
        cancel);

    public static Task TicksAsync(NpgsqlConnection connection, IEnumerable<(DateTimeOffset At, string Subject)> rows, CancellationToken cancel) => CopyAsync(
        connection,
        "copy tick (at, subject) from stdin (format binary)",
        rows,
        static (copy, row) =>
        {
            Write(copy, row.At);
            copy.Write(row.Subject, Text);
        },
        cancel);

    public static Task ClaimsAsync(NpgsqlConnection connection, IReadOnlyCollection<ClaimRow> rows, CancellationToken cancel) => CopyAsync(
        connection,
        "copy claim (id, topics, sources, type, merged_into, last_publish, piece) from stdin (format binary)",
        rows,
        static (copy, row) =>
        {
            var newest = row.Claim.Timeline.States.Count > 0 ? row.Claim.Timeline.States[^1].Wording : null;
            copy.Write(row.Id, Text);
            copy.Write(row.Claim.Topics.ToArray(), Texts);
            copy.Write(row.Claim.Events.SelectMany(static said => said.Voices).Select(static voice => voice.Source).Distinct(StringComparer.Ordinal).ToArray(), Texts);
            Write(copy, newest?.Type);
            Write(copy, row.MergedInto);
            Write(copy, row.Claim.Events.Select(static said => said.Publish).DefaultIfEmpty(DateTimeOffset.MinValue).Max());
            copy.Write(Pieces.Write(new ClaimPiece { File = row.Claim.File, Supersedes = row.Claim.Supersedes, WrongVerdicts = row.Claim.Timeline.WrongVerdicts }), Text);
        },
        cancel);

    public static Task ClaimStatesAsync(NpgsqlConnection connection, IReadOnlyCollection<ClaimRow> rows, CancellationToken cancel) => CopyAsync(
        connection,
        """
        copy claim_state (claim, from_at, until_at, status, display, flags, held, due, first_due, due_ends, changed_at, displayed_since, updated, version, alias, was, piece)
        from stdin (format binary)
        """,
        rows.SelectMany(static row => row.Claim.Timeline.States.Select((state, index) => (row.Id, Alias: row.MergedInto is not null, State: state, Version: row.Versions[index]))),
        static (copy, row) =>
        {
            var state = row.State;
            copy.Write(row.Id, Text);
            Write(copy, state.From);
            Write(copy, state.Until ?? DateTimeOffset.MaxValue);
            Write(copy, state.Status?.ToString().ToLowerInvariant());
            copy.Write(state.Display.ToString().ToLowerInvariant(), Text);
            copy.Write(state.Flags == ClaimFlags.None ? [] : state.Flags.ToString().ToLowerInvariant().Split(", "), Texts);
            copy.Write(state.Held, NpgsqlDbType.Boolean);
            Write(copy, state.Due);
            Write(copy, state.FirstDue);
            Write(copy, state.DueEnds);
            Write(copy, state.ChangedAt);
            Write(copy, state.DisplayedSince);
            Write(copy, state.Updated);
            copy.Write(row.Version, Bigint);
            copy.Write(row.Alias, NpgsqlDbType.Boolean);
            Write(copy, state.Was == ClaimDisplay.None ? null : state.Was.Word());
            copy.Write(Pieces.Write(state), Text);
        },
        cancel);

    public static Task CorrectionsAsync(NpgsqlConnection connection, IReadOnlyCollection<CorrectionRow> rows, CancellationToken cancel) => CopyAsync(
        connection,
        "copy correction (teller, article, place, at, piece) from stdin (format binary)",
        rows,
        static (copy, row) =>
        {
            copy.Write(row.Teller, Text);
            copy.Write(row.Article, Text);
            copy.Write(row.Place, Integer);
            Write(copy, row.At);
            copy.Write(row.Piece, Text);
        },
        cancel);

    public static Task<int> ProblemsAsync(NpgsqlConnection connection, IEnumerable<Diagnostic> rows, CancellationToken cancel) => CopyAsync(
        connection,
        "copy problem (path, line, col, severity, code, message, hint) from stdin (format binary)",
        rows,
        static (copy, row) =>
        {
            copy.Write(row.Path, Text);
            copy.Write(row.Line, Integer);
            copy.Write(row.Column, Integer);
            copy.Write(row.Severity.ToString().ToLowerInvariant(), Text);
            copy.Write(row.Code, Text);
            copy.Write(row.Message, Text);
            Write(copy, row.Hint);
        },
        cancel);

    public static Task FilesAsync(NpgsqlConnection connection, IReadOnlyCollection<(SeenFile File, FileFacts? Facts)> rows, CancellationToken cancel) => CopyAsync(
        connection,
        "copy file (path, kind, size, modified, changed, inode, hash, state, first_seen, last_seen, identity, facts) from stdin (format binary)",
        rows,
        static (copy, row) =>
        {
            copy.Write(row.File.Path, Text);
            copy.Write(row.File.Kind.ToString().ToLowerInvariant(), Text);
            copy.Write(row.File.Size, Bigint);
            copy.Write(row.File.Modified, Bigint);
            copy.Write(row.File.Changed, Bigint);
            copy.Write(row.File.Inode, Bigint);
            copy.Write(row.File.Hash, Bytea);
            copy.Write(row.File.State.ToString().ToLowerInvariant(), Text);
            Write(copy, row.File.FirstSeen);
            Write(copy, row.File.LastSeen);
            Write(copy, row.File.Identity);
            Write(copy, row.Facts is null ? null : FactsDocument.Write(row.Facts));
        },
        cancel);

    internal static async Task<int> CopyAsync<T>(
        NpgsqlConnection connection, string copySql, IEnumerable<T> rows, Action<NpgsqlBinaryImporter, T> write, CancellationToken cancel)
    {
        using var row = rows.GetEnumerator();
        if (!row.MoveNext())
            return 0;
        await using var copy = await connection.BeginBinaryImportAsync(copySql, cancel);
        var count = 0;
        do
        {
            await copy.StartRowAsync(cancel);
            write(copy, row.Current);
            count++;
        }
        while (row.MoveNext());

        await copy.CompleteAsync(cancel);
        return count;
    }

    internal static void Write(NpgsqlBinaryImporter copy, string? value)
    {
        if (value is null)
            copy.WriteNull();
        else
            copy.Write(value, Text);
    }

    // DateTimeOffset.MaxValue arrives as 'infinity'.
    internal static void Write(NpgsqlBinaryImporter copy, DateTimeOffset? value)
    {
        if (value is null)
            copy.WriteNull();
        else
            copy.Write(value.Value.UtcDateTime, TimestampTz);
    }
}

using System.Security.Cryptography;
using System.Text;
using AlitaNews.Newsroom.Markdown.Summaries;
using AlitaNews.Newsroom.Search;
using Dapper;
using Npgsql;

namespace AlitaNews.Store.Editions;

/// <summary>
/// Brings the search index after the editions: it takes queued articles, whose words may have changed, and makes their vectors anew where
/// they did. Each batch is one transaction, so a kill loses nothing, and several instances never take the same article. Not safe for use by several threads.
/// </summary>
public sealed class SearchVectorWriter(NewsDatabase database)
{
    /// <summary>The most articles of a batch: one that is smaller was the last.</summary>
    public const int BatchSize = 100;

    // New words wait in a list that every search reads: a short one costs an import half of its time.
    private const string PendingOfSaves = "256kB";
    private const string PendingOfImports = "4MB";

    // Beyond it a text says nothing new, and a vector has a largest size.
    private const int MostCharacters = 100_000;
    private const int ShortestWord = 4;
    private const int LongestWord = 40;

    private readonly Lexicon _lexicon = new();

    private const string TakeSql = """
        delete from search_queue q using (select article from search_queue limit @most for update skip locked) one
        where q.article = one.article
        returning q.article
        """;

    // Looked up one by one: joined, a hundred articles are held against the whole library as soon as the planner's counts are old.
    private const string TextSql = """
        select a.id, a.title, a.publish, a.expires, a.primary_claim, a.sources, a.piece, a.body,
               (select v.words_hash from search_vector v where v.article = a.id) as words_hash,
               array(select coalesce((select d.name from dossier d where d.kind = 'topic' and d.id = t.id), t.id) from unnest(a.topics) as t (id)) as topic_names
        from article a
        cross join lateral (select from listing l where l.article = a.id and l.list = 'all' limit 1) listed
        where a.id = any(@ids)
        """;

    private const string PendingSql = "select set_config('gin_pending_list_limit', @limit, true)";

    private const string PutSql = """
        insert into search_vector (article, words_hash, publish, until, claim, vector)
        select n.article, n.hash, n.publish, n.until, n.claim, n.vector::tsvector
        from unnest(@articles, @hashes, @publishes, @untils, @claims, @vectors) as n (article, hash, publish, until, claim, vector)
        on conflict (article) do update
        set words_hash = excluded.words_hash, publish = excluded.publish, until = excluded.until, claim = excluded.claim, vector = excluded.vector
        """;

    private const string WordsSql = """
        insert into search_word (word) select distinct word from unnest(@words) as n (word) order by word on conflict do nothing
        """;

    private const string DropSql = "delete from search_vector where article = any(@ids)";

    /// <summary>Indexes one batch of what is queued.</summary>
    /// <returns>How many articles were taken; 0: nothing is queued.</returns>
    public async Task<int> WriteBatchAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var ids = (await connection.QueryAsync<string>(Command(TakeSql, new { most = BatchSize }))).ToArray();
        if (ids.Length == 0)
            return 0;
        await connection.ExecuteAsync(Command(PendingSql, new { limit = ids.Length < BatchSize ? PendingOfSaves : PendingOfImports }));
        var texts = (await connection.QueryAsync<TextRow>(Command(TextSql, new { ids }))).ToList();
        var hidden = ids.Except(texts.Select(static text => text.Id), StringComparer.Ordinal).ToArray();
        if (hidden.Length > 0)
            await connection.ExecuteAsync(Command(DropSql, new { ids = hidden }));
        var changed = texts.Select(static text => new Entry(text)).Where(static entry => !entry.IsIndexed).ToList();
        if (changed.Count > 0)
            await PutAsync(connection, transaction, changed, cancel);
        await transaction.CommitAsync(cancel);
        return ids.Length;

        CommandDefinition Command(string sql, object parameters) => new(sql, parameters, transaction, cancellationToken: cancel);
    }

    private const string SettleSql = "select gin_clean_pending_list('search_vector_words')";

    /// <summary>Takes the words that an import left waiting into the index. Comes after its last batch.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(SettleSql, cancellationToken: cancel));
    }

    private async Task PutAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, List<Entry> entries, CancellationToken cancel)
    {
        await _lexicon.LearnAsync(entries.SelectMany(static entry => entry.Texts), transaction, cancel);
        var rows = new
        {
            articles = entries.Select(static entry => entry.Row.Id).ToArray(),
            hashes = entries.Select(static entry => entry.Hash).ToArray(),
            publishes = entries.Select(static entry => entry.Row.Publish.UtcDateTime).ToArray(),
            untils = entries.Select(static entry => entry.Row.Expires.UtcDateTime).ToArray(),
            claims = entries.Select(static entry => entry.Row.PrimaryClaim).ToArray(),
            vectors = entries.Select(entry => entry.WriteVector(_lexicon)).ToArray(),
        };
        await connection.ExecuteAsync(new CommandDefinition(PutSql, rows, transaction, cancellationToken: cancel));
        var words = entries.SelectMany(static entry => entry.ListWords()).Distinct(StringComparer.Ordinal).ToArray();
        await connection.ExecuteAsync(new CommandDefinition(WordsSql, new { words }, transaction, cancellationToken: cancel));
    }

    /// <summary>An article as the index knows it.</summary>
    private sealed class Entry
    {
        private readonly string _text;

        public Entry(TextRow row)
        {
            Row = row;
            var article = Pieces.Read(row.Piece, Pieces.Default.ArticlePiece).Article;
            _text = PlainText.Of(row.Body);
            Title = PlainWords.Of(row.Title, MostCharacters);
            Standfirst = PlainWords.Of($"{PlainText.Of(article.StandfirstHtml ?? "")} {article.Summary}", MostCharacters);
            Subjects = PlainWords.Of(string.Join(' ', row.TopicNames.Concat(article.Tags.Select(static tag => tag.Name))), MostCharacters);
            Body = PlainWords.Of(_text, MostCharacters);
            Marks = string.Join(' ', article.Topics.Select(SearchMark.Topic).Concat(row.Sources.Select(SearchMark.Source)).Append(SearchMark.All));
            Hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
                '\n', Title, Standfirst, Subjects, Body, Marks, row.PrimaryClaim, row.Publish.UtcTicks, row.Expires.UtcTicks)));
        }

        public TextRow Row { get; }

        public string Title { get; }

        public string Standfirst { get; }

        public string Subjects { get; }

        public string Body { get; }

        public string Marks { get; }

        public byte[] Hash { get; }

        public IEnumerable<string> Texts => [Title, Standfirst, Subjects, Body];

        public bool IsIndexed => Row.WordsHash is { } indexed && indexed.AsSpan().SequenceEqual(Hash);

        // The marks have no positions.
        public string WriteVector(Lexicon lexicon)
        {
            var vector = new StringBuilder();
            var position = 0;
            foreach (var (text, weight) in Texts.Zip("ABCD"))
                lexicon.Write(vector, text, weight, ref position);
            foreach (var mark in Marks.Split(' '))
                vector.Append('\'').Append(mark).Append("' ");
            return vector.ToString();
        }

        // What a mistyped word may have meant: all words of the short texts, and of the body those that are written as names are.
        public IEnumerable<string> ListWords() => $"{Title} {Standfirst} {Subjects}".Split(' ')
            .Concat(_text.Split(' ').Where(static word => word.Length > 0 && char.IsUpper(word[0])).SelectMany(PlainWords.List))
            .Where(static word => word.Length is >= ShortestWord and <= LongestWord && !word.Any(char.IsAsciiDigit));
    }

    private sealed record TextRow
    {
        public required string Id { get; init; }

        public required string Title { get; init; }

        public DateTimeOffset Publish { get; init; }

        public DateTimeOffset Expires { get; init; }

        public string? PrimaryClaim { get; init; }

        public required string[] Sources { get; init; }

        public required string Piece { get; init; }

        public required string Body { get; init; }

        public byte[]? WordsHash { get; init; }

        public required string[] TopicNames { get; init; }
    }
}

using AlitaNews.Newsroom.Rules;
using Dapper;
using Npgsql;

namespace AlitaNews.Store.Editions;

/// <summary>Writes the row of an article whose file was deleted without a tombstone.</summary>
internal static class VanishedArticleWriter
{
    private const string VanishSql = """
        insert into article (id, slug, path, stem, title, kind, section, date, publish, updated, draft, unlisted, noindex, removed, vanished,
                             claims, sources, topics, links, media, authors, hero, card, piece, text_changed, text_hash, body)
        values (@id, @slug, @path, '', @title, 'news', @section, @date, @publish, @at, false, true, true, @at, true,
                '{}', '{}', @topics, '{}', '{}', '{}', '{}', '{}', '{}', @textChanged, @textHash, '')
        """;

    /// <summary>Writes it.</summary>
    /// <param name="transaction">The edition's.</param>
    /// <param name="facts">What the index kept of it.</param>
    /// <param name="before">What the store held of it.</param>
    /// <param name="now">The moment at which it was missed.</param>
    /// <param name="cancel">Gives up; nothing happened then.</param>
    public static Task WriteAsync(NpgsqlTransaction transaction, FileFacts facts, ArticleBefore? before, DateTimeOffset now, CancellationToken cancel)
    {
        var article = facts.Article!;
        var row = new
        {
            id = facts.Id,
            slug = article.Slug,
            path = facts.Path,
            title = facts.Name,
            section = article.Section,
            date = article.Date,
            publish = article.Publish,
            at = now,
            topics = article.Topics.ToArray(),
            textChanged = before?.TextChanged,
            textHash = before?.TextHash ?? [],
        };
        return transaction.Connection!.ExecuteAsync(new CommandDefinition(VanishSql, row, transaction, cancellationToken: cancel));
    }
}

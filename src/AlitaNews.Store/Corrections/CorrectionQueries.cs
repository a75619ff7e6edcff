using AlitaNews.Store.Pages;
using Dapper;

namespace AlitaNews.Store.Corrections;

/// <summary>Reads the corrections archive. Thread-safe.</summary>
public sealed class CorrectionQueries(NewsDatabase database)
{
    private const int ItemsAPage = 20;

    // Of articles that are to be read: what a removed page said needs no correction, what stands in no list is in none.
    private const string ListSql = """
        select max(number) from edition;

        select count(*)::integer from correction k join article a on a.id = k.article
        where k.at <= @now and a.publish <= @now and not a.draft and not a.unlisted and not a.vanished and a.removed is null;

        select k.teller, k.piece, a.slug, a.title from correction k join article a on a.id = k.article
        where k.at <= @now and a.publish <= @now and not a.draft and not a.unlisted and not a.vanished and a.removed is null
        order by k.at desc, k.article, k.place, k.teller offset @first limit 20;
        """;

    /// <summary>A page of the archive, or null past the end.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<CorrectionList?> FindAsync(int page, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(ListSql, new { now, first = PageStart.Of(page, ItemsAPage) }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var pages = PageCount.Of(await results.ReadSingleAsync<int>(), ItemsAPage);
        return page > pages ? null : new CorrectionList
        {
            Edition = edition,
            Page = page,
            Pages = pages,
            Corrections = [.. (await results.ReadAsync<ListRow>()).Select(static row => row.Read())],
        };
    }

    private sealed record ListRow
    {
        public required string Teller { get; init; }

        public required string Piece { get; init; }

        public required string Slug { get; init; }

        public required string Title { get; init; }

        public ArticleCorrection Read()
        {
            var row = new CorrectionPieceRow { Teller = Teller, Piece = Piece };
            return new ArticleCorrection(Slug, Title, row.Read(), row.Automatic);
        }
    }
}

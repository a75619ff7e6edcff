using Dapper;
using Npgsql;

namespace AlitaNews.Store.Editions;

/// <summary>Hands an article from one file to another, as it is: its file was renamed and broken in one save.</summary>
internal static class RenamedArticleWriter
{
    private const string BodiesSql = "select path, body from article where path = any(@paths) and not vanished";

    /// <summary>Reads the bodies of articles by the paths of their files.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadBodiesAsync(NpgsqlTransaction transaction, IReadOnlyCollection<string> paths, CancellationToken cancel)
    {
        var rows = await transaction.Connection!.QueryAsync<(string Path, string Body)>(new CommandDefinition(BodiesSql, new { paths = paths.ToArray() }, transaction, cancellationToken: cancel));
        return rows.ToDictionary(static row => row.Path, static row => row.Body, StringComparer.Ordinal);
    }

    private const string MoveSql = """
        update article set path = @to where path = @from and not vanished;
        delete from address where file = @to and origin <> 'was';
        update address set file = @to where file = @from and origin <> 'was';
        """;

    /// <summary>Hands the article over, with what its file says of addresses.</summary>
    public static Task MoveAsync(NpgsqlTransaction transaction, string from, string to, CancellationToken cancel) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(MoveSql, new { from, to }, transaction, cancellationToken: cancel));
}

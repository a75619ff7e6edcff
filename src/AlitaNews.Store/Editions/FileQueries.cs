using System.Runtime.CompilerServices;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Newsroom.Site;
using Dapper;

namespace AlitaNews.Store.Editions;

/// <summary>Reads what the last look at the content folder saw. Asked of the primary. Thread-safe.</summary>
public sealed class FileQueries(NewsDatabase database)
{
    private const string SeenSql = """
        select path, kind, size, modified, changed, inode, hash, state, first_seen, last_seen, identity
        from file
        where state <> 'gone'
        """;

    /// <summary>Every file that the last look saw.</summary>
    public async Task<IReadOnlyList<SeenFile>> ListSeenAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        return [.. await connection.QueryAsync<SeenFile>(new CommandDefinition(SeenSql, cancellationToken: cancel))];
    }

    private const string UnreadableSql = """
        select distinct p.path from problem p
        where p.code = @code and not exists (select from file f where f.path = p.path and f.state = 'held')
        """;

    /// <summary>Paths of which the desk says that they cannot be looked at; what is held with an error of its own is not among them.</summary>
    public async Task<IReadOnlyList<string>> ListUnreadableAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(UnreadableSql, new { code = DiagnosticCatalogue.UnreadableFile.Code }, cancellationToken: cancel))];
    }

    private const string SiteSql = "select piece from site";

    /// <summary>What <c>site.yaml</c> said when the files in the edition were compiled; null before the first round.</summary>
    public async Task<SiteFile?> FindSiteAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        var piece = await connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(SiteSql, cancellationToken: cancel));
        return piece is null ? null : Pieces.Read(piece, Pieces.Default.SiteFile);
    }

    private const string CompiledBySql = "select compiled_by from edition where cause <> 'tick' order by number desc limit 1";

    /// <summary>Whether another program than this one compiled what is in the edition: an older one, or a newer. False before the first round.</summary>
    public async Task<bool> IsOfAnotherProgramAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        var stamps = await connection.QueryAsync<string?>(new CommandDefinition(CompiledBySql, cancellationToken: cancel));
        return stamps.Any(static stamp => stamp != CompilingProgram.Stamp);
    }

    private const string FactsSql = "select facts from file where facts is not null limit @most";

    /// <summary>What the rules knew of every file in the edition, those that were deleted without a tombstone included; one after another, as it comes.</summary>
    /// <param name="most">How many at most; null: all.</param>
    /// <param name="cancel">Gives up.</param>
    public async IAsyncEnumerable<FileFacts> ReadFactsAsync(int? most, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        await foreach (var piece in connection.QueryUnbufferedAsync<string>(FactsSql, new { most }).WithCancellation(cancel))
            yield return Pieces.Read(piece, Pieces.Default.FileFacts);
    }
}

using Dapper;
using Npgsql;

namespace AlitaNews.Store.Editions;

/// <summary>Tells whether a round changed what the track records of sources follow from.</summary>
internal static class RecordDigest
{
    // To compare more costs as much as to read the records again.
    private const int MostClaims = 2_000;

    private const string DigestSql = """
        select md5(coalesce(string_agg(r.said, ',' order by r.said), ''))
        from (
            select s::text as said from scored_claim s where s.claim = any(@ids)
            union all
            select a::text from assertion a where a.claim = any(@ids)
        ) r
        """;

    /// <summary>A digest of what stands of some claims; null where they are too many to look.</summary>
    public static async Task<string?> ReadAsync(NpgsqlTransaction transaction, string[] ids, CancellationToken cancel) => ids.Length > MostClaims
        ? null
        : await transaction.Connection!.ExecuteScalarAsync<string>(new CommandDefinition(DigestSql, new { ids }, transaction, cancellationToken: cancel));
}

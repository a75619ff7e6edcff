using System.Reflection;
using Dapper;
using Npgsql;

namespace AlitaNews.Store.Migrations;

/// <summary>Brings a database to the schema of this build: numbered scripts, forward only, each applied once and whole.</summary>
public static class Migrator
{
    // Any fixed number: instances that start at once wait for one another on it.
    private const long LockKey = 0x416c697461_01;

    private const string PrepareSql = """
        create table if not exists schema_version (
            number  integer primary key,
            name    text not null,
            applied timestamptz not null default now()
        )
        """;

    // A script is known by its words. Those numbered 5 to 12 today bore numbers from 30 to 44 in a build that was in use.
    private const string RenumberSql = """
        update schema_version v set number = k.number, name = k.name
        from unnest(@numbers, @names) as k (number, name)
        where substr(v.name, 6) = substr(k.name, 6) and v.number <> k.number
        """;

    private const string CurrentSql = "select coalesce(max(number), 0) from schema_version";

    private const string RecordSql = "insert into schema_version (number, name) values (@number, @name)";

    /// <summary>The number of the newest script: databases of another number belong to another build.</summary>
    public static int Newest { get; } = ReadScripts().Max(static script => script.Number);

    private const string AppliedSql = "select min(number) = @newest and count(*) = 1 from schema_version where number >= @newest";

    /// <summary>Whether a database has the schema of this build. Asks as a reader does: a server that cannot be written to may still be read.</summary>
    /// <exception cref="NpgsqlException">The server cannot be reached.</exception>
    public static async Task<bool> IsCurrentAsync(NewsDatabase database, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        try
        {
            return await connection.ExecuteScalarAsync<bool?>(new CommandDefinition(AppliedSql, new { newest = Newest }, cancellationToken: cancel)) == true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
        }
    }

    /// <summary>Applies the scripts that are missing, in one transaction, under an advisory lock. Safe to call from several instances at once.</summary>
    /// <exception cref="NpgsqlException">The server cannot be reached or refuses a script; nothing was changed.</exception>
    /// <exception cref="NewerSchemaException">The database belongs to a newer build.</exception>
    public static async Task MigrateAsync(NewsDatabase database, CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(@key)", new { key = LockKey }, cancellationToken: cancel));
        await connection.ExecuteAsync(new CommandDefinition(PrepareSql, cancellationToken: cancel));
        var scripts = ReadScripts().ToList();
        var known = new { numbers = scripts.Select(static script => script.Number).ToArray(), names = scripts.Select(static script => script.Name).ToArray() };
        await connection.ExecuteAsync(new CommandDefinition(RenumberSql, known, cancellationToken: cancel));
        var current = await connection.ExecuteScalarAsync<int>(new CommandDefinition(CurrentSql, cancellationToken: cancel));
        if (current > Newest)
            throw new NewerSchemaException($"the database has schema {current}, this build knows {Newest}: start the newer build, or use another database");

        foreach (var (number, name, sql) in scripts.Where(script => script.Number > current))
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, commandTimeout: 600, cancellationToken: cancel));
            await connection.ExecuteAsync(new CommandDefinition(RecordSql, new { number, name }, cancellationToken: cancel));
        }

        await transaction.CommitAsync(cancel);
    }

    private static IEnumerable<(int Number, string Name, string Sql)> ReadScripts()
    {
        const string prefix = "AlitaNews.Store.Migrations.";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames()
                     .Where(static name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
                     .Order(StringComparer.Ordinal))
        {
            var name = resource[prefix.Length..^".sql".Length];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (int.Parse(name.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }
}

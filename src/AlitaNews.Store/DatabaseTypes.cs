using System.Data;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace AlitaNews.Store;

/// <summary>How our values travel to Postgres and back. Dapper keeps what it learns of a type: this must run before the first query.</summary>
internal static class DatabaseTypes
{
    private static readonly Lazy<bool> Registered = new(static () =>
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new TextArrayHandler());
        return true;
    });

    /// <summary>Registers the handlers once; safe to call again.</summary>
    public static void Register() => _ = Registered.Value;

    // Npgsql refuses an offset other than zero, and closes the connection when it does.
    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.TimestampTz;
            parameter.Value = value.UtcDateTime;
        }

        // 'infinity' arrives as DateTime.MaxValue: it stays the far end of time.
        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTime time when time == DateTime.MaxValue => DateTimeOffset.MaxValue,
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            DateTimeOffset time => time,
            _ => throw new DataException($"not an instant: {value}"),
        };
    }

    private sealed class TextArrayHandler : SqlMapper.TypeHandler<string[]>
    {
        public override void SetValue(IDbDataParameter parameter, string[]? value)
        {
            ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text;
            parameter.Value = value;
        }

        public override string[] Parse(object value) => (string[])value;
    }
}

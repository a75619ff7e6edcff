using System.Text.RegularExpressions;

namespace AlitaNews.Site.Tests.House;

/// <summary>Pages cannot write: only the Store's writers and queues, and the migrations that prepare their tables, change rows.</summary>
public sealed partial class SqlTests
{
    [Fact]
    public void Only_writers_write() => Assert.Empty(SourceTree.ReadAll(["src"], ".cs").SelectMany(static file => ListWrites(file.Path, file.Text)));

    [Fact]
    public void Queries_stand_in_the_store_only() => Assert.Empty(SourceTree
        .ReadAll(["src/AlitaNews.Newsroom", "src/AlitaNews.Web"], ".cs", ".cshtml")
        .Where(static file => QueryConstant().IsMatch(file.Text))
        .Select(static file => file.Path));

    [Theory]
    [InlineData("src/AlitaNews.Store/Articles/ArticleQueries.cs", "insert into article (id) values (@id)", true)]
    [InlineData("src/AlitaNews.Store/Articles/ArticleQueries.cs", "update article set slug = @slug", true)]
    [InlineData("src/AlitaNews.Store/Articles/ArticleQueries.cs", "delete from article where id = @id", true)]
    [InlineData("src/AlitaNews.Store/Articles/ArticleQueries.cs", "select id from article where updated > @at", false)]
    [InlineData("src/AlitaNews.Store/Editions/EditionWriter.cs", "insert into article (id) values (@id)", false)]
    [InlineData("src/AlitaNews.Store/Announcements/AnnouncementQueue.cs", "delete from announcement where path = @path", false)]
    [InlineData("src/AlitaNews.Store/Migrations/Migrator.cs", "insert into schema_version (number) values (1)", false)]
    [InlineData("src/AlitaNews.Web/Pages/A.cs", "truncate table article", true)]
    public void A_write_outside_a_writer_is_found(string path, string sql, bool found) => Assert.Equal(found, ListWrites(path, $"const string ASql = \"{sql}\";").Any());

    [Fact]
    public void A_query_is_known_by_its_name() => Assert.Matches(QueryConstant(), "private const string ShowSql = \"\"\"");

    private static IEnumerable<string> ListWrites(string path, string text) =>
        (path.EndsWith("Writer.cs", StringComparison.Ordinal) || path.EndsWith("Queue.cs", StringComparison.Ordinal)) && path.StartsWith("src/AlitaNews.Store/", StringComparison.Ordinal)
        || path.StartsWith("src/AlitaNews.Store/Migrations/", StringComparison.Ordinal)
            ? []
            : Write().Matches(text).Select(match => $"{path}: {match.Value}");

    [GeneratedRegex(@"\binsert\s+into\s+\w+|\bupdate\s+\w+\s+(?:\w+\s+)?set\s+\w|\bdelete\s+from\s+\w+|\btruncate\s+table\b|\bmerge\s+into\s+\w+\s+(?:\w+\s+)?using\b")]
    private static partial Regex Write();

    [GeneratedRegex(@"\bconst\s+string\s+\w+Sql\b")]
    private static partial Regex QueryConstant();
}

namespace AlitaNews.Site.Tests.House;

/// <summary>A file has one job and fits in the head: 300 lines, tests 400, scripts for the browser 60.</summary>
public sealed class SizeTests
{
    [Fact]
    public void No_file_is_too_long() => Assert.Empty(SourceTree
        .ReadAll(["src", "tests", "bench"], ".cs", ".cshtml", ".css", ".js", ".sql")
        .Select(static file => FindTooLong(file.Path, file.Text))
        .OfType<string>());

    [Theory]
    [InlineData("src/X/A.cs", 300, false)]
    [InlineData("src/X/A.cs", 301, true)]
    [InlineData("src/X/a.css", 301, true)]
    [InlineData("tests/X/A.cs", 400, false)]
    [InlineData("tests/X/A.cs", 401, true)]
    [InlineData("src/X/a.js", 59, false)]
    [InlineData("src/X/a.js", 60, true)]
    public void A_file_that_is_too_long_is_found(string path, int lines, bool found) =>
        Assert.Equal(found, FindTooLong(path, string.Concat(Enumerable.Repeat("line\n", lines))) is not null);

    private static string? FindTooLong(string path, string text)
    {
        var lines = text.Count(static c => c == '\n') + (text.EndsWith('\n') || text.Length == 0 ? 0 : 1);
        var bound = path.EndsWith(".js", StringComparison.Ordinal) ? 59 : path.StartsWith("tests/", StringComparison.Ordinal) ? 400 : 300;
        return lines > bound ? $"{path}: {lines} lines, at most {bound}" : null;
    }
}

namespace AlitaNews.Site.Tests.Verbs;

public sealed class NewVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alita-new-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_kind_begins_with_a_file_that_check_passes()
    {
        foreach (var kind in new[] { "article", "claim", "source", "topic", "author" })
        {
            var (code, output, errors) = await NewAsync(kind, $"Ålita: \"wings\" for {kind}");
            Assert.Equal("", errors);
            Assert.Equal(0, code);
            Assert.StartsWith(_folder, output, StringComparison.Ordinal);
            Assert.True(File.Exists(output), output);
        }

        var (checkedCode, findings, _) = await Executable.RunAsync("check", _folder);
        Assert.Equal(0, checkedCode);
        Assert.DoesNotContain(": error ", findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        var (_, path, _) = await NewAsync("topic", "Alita");
        await File.WriteAllTextAsync(path, "Mine.");
        var (code, output, errors) = await NewAsync("topic", "Alita");
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Equal($"{path} is there already.", errors);
        Assert.Equal("Mine.", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task The_same_headline_on_another_day_passes_check_too()
    {
        var (_, first, _) = await NewAsync("article", "Weekly roundup");
        File.Move(first, Path.Combine(_folder, "articles", "2020-01-01-weekly-roundup.md"));
        var (code, second, _) = await NewAsync("article", "Weekly roundup");
        Assert.Equal(0, code);
        Assert.EndsWith("-weekly-roundup-2.md", second, StringComparison.Ordinal);
        Assert.Equal(0, (await Executable.RunAsync("check", _folder)).Code);
    }

    [Theory]
    [InlineData("recipe", "Soup")]
    [InlineData("article", "!?")]
    [InlineData("article", "Two\nlines")]
    [InlineData("source", "README")]
    [InlineData("article", "two", "words")]
    public async Task What_cannot_be_begun_is_one_line_and_exit_code_2(params string[] words)
    {
        var (code, output, errors) = await NewAsync(words);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Single(errors.Split('\n'));
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    private Task<(int Code, string Output, string Errors)> NewAsync(params string[] words) => Executable.RunAsync(["new", .. words, "--Alita:Content", _folder]);
}

namespace AlitaNews.Newsroom.Tests.Markdown;

/// <summary>Every <c>Cases/markdown/*.md</c> compiles to what the file of the same name with <c>.html</c> says.</summary>
public sealed class MarkdownCaseTests
{
    private static readonly string Folder = Path.Combine(FindRoot(), "tests", "AlitaNews.Newsroom.Tests", "Cases", "markdown");

    public static TheoryData<string> Cases =>
        [.. Directory.GetFiles(Folder, "*.md").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_compiles_to_what_is_expected(string name)
    {
        var expected = File.ReadAllText(Path.Combine(Folder, name + ".html"));
        var actual = MarkdownCase.Print(File.ReadAllText(Path.Combine(Folder, name + ".md")));
        Assert.Equal(expected, actual);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AlitaNews.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}

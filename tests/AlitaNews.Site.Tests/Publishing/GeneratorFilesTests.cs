using AlitaNews.Web.Publishing;

namespace AlitaNews.Site.Tests.Publishing;

/// <summary>Settings of other generators, where they lie on the disk.</summary>
public sealed class GeneratorFilesTests : IDisposable
{
    private const string Post = "---\ntitle: Moon\nauthor: jo\n---\nIt [landed](/diary/2020/moon/).\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("alita-generator-").FullName;

    [Theory]
    [InlineData("site", "")]
    [InlineData("site/_posts", "../")]
    public void Settings_count_in_the_content_folder_and_beside_it(string content, string to)
    {
        Write("site/_posts/2020-03-01-moon.md", Post);
        Assert.Equal(["AN0304", "AN0307"], Codes(content));
        Write(Path.Combine(content, to + "_config.yml"), "baseurl: /diary\npermalink: /:year/:title/\n");
        Write(Path.Combine(content, to + "_data/authors.yml"), "jo: {name: Jo Bloggs}\n");
        Assert.Empty(Codes(content));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Codes(string content) =>
        [.. new FolderCheck(new ContentFolder(Path.Combine(_folder, content)), TimeProvider.System).Run(CancellationToken.None).Findings.Select(static one => one.Code).Where(static code => code != "AN0701").Order(StringComparer.Ordinal)];

    private void Write(string path, string text)
    {
        var full = Path.GetFullPath(Path.Combine(_folder, path));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}

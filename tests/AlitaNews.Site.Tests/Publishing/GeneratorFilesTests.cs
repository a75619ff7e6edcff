using AlitaNews.Newsroom.Diagnostics;
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

    [Fact]
    public void Data_of_one_post_count_beside_those_of_its_folder()
    {
        Write("site/posts/moon.md", "---\ntitle: Moon\ndate: 2020-03-01\n---\nSee [Mars](/red/mars/) and [Venus](/folder/venus/).\n");
        Write("site/posts/mars.md", "---\ntitle: Mars\ndate: 2020-03-01\n---\nText.\n");
        Write("site/posts/venus.md", "---\ntitle: Venus\ndate: 2020-03-01\n---\nText.\n");
        Assert.Equal(["AN0304", "AN0304"], Codes("site"));
        Write("site/posts/mars.11tydata.json", """{"permalink": "/red/{{ page.fileSlug }}/"}""");
        Write("site/posts/posts.json", """{"permalink": "/folder/{{ page.fileSlug }}/"}""");
        Assert.Empty(Codes("site"));
    }

    [Fact]
    public void Lists_are_there_though_nobody_wrote_a_file_for_them()
    {
        Write("site/posts/trips/moon.md", "---\ntitle: Moon\ndate: 2020-03-01\ntags: [far]\ntopics: [space]\n---\n[1](/tags/far/) [2](/sections/trips) [3](/topics/space/) [4](_index.md) [5](../_index.md) [6](far/_index.md)\n");
        Write("site/topics/space.md", "---\nname: Space\n---\n");
        Write("site/posts/trips/_index.md", "---\ntitle: Trips\n---\n");
        Write("site/posts/_index.md", "---\ntitle: Posts\n---\n");
        Write("site/posts/trips/far/_index.md", "---\ntitle: Far\n---\n");
        Assert.Empty(Codes("site"));
        Write("site/posts/mars.md", "---\ntitle: Mars\ndate: 2020-03-01\n---\n[1](/sections/flights) [2](/topics/rockets) [3](/files/talk.pdf)\n");
        Assert.Equal(["AN0304", "AN0304", "AN0304"], Codes("site"));
    }

    [Fact]
    public void A_picture_without_a_file_is_not_looked_for()
    {
        Write("site/posts/moon.md", "---\ntitle: Moon\ndate: 2020-03-01\n---\nText.\n\n![The moon]()\n");
        Assert.Equal(["this picture names no file"], Findings("site").Where(static one => one.Code == "AN0401").Select(static one => one.Message));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Codes(string content) =>
        [.. Findings(content).Select(static one => one.Code).Where(static code => code != "AN0701").Order(StringComparer.Ordinal)];

    private IReadOnlyList<Diagnostic> Findings(string content) =>
        new FolderCheck(new ContentFolder(Path.Combine(_folder, content)), TimeProvider.System).Run(CancellationToken.None).Findings;

    private void Write(string path, string text)
    {
        var full = Path.GetFullPath(Path.Combine(_folder, path));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}

using System.Text;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Tests.Corpus;

/// <summary>Three hundred posts in the manners of six generators are read as they are.</summary>
public sealed class ForeignPostTests
{
    private static readonly List<(ForeignPost Post, CompiledFile File)> Corpus =
        [.. Enumerable.Range(0, 300).Select(ForeignPost.Make).Select(static post => (post, Compile(post)))];

    [Fact]
    public void No_post_is_kept_out() => Assert.All(Corpus, static one => Assert.NotNull(one.File.Article));

    [Fact]
    public void No_visible_word_is_lost() => Assert.All(Corpus, static one =>
    {
        var lost = one.Post.Words.Where(word => !one.File.Body.Html.Contains(word, StringComparison.Ordinal));
        Assert.True(!lost.Any(), $"{one.Post.Path} lost {string.Join(", ", lost)}:\n{one.Post.Text}\n{one.File.Body.Html}");
    });

    [Fact]
    public void Every_old_address_is_known() => Assert.All(Corpus, static one =>
        Assert.All(one.Post.OldAddresses, old => Assert.Contains(one.File.Facts.Addresses, address => address.TrimEnd('/') == old.TrimEnd('/'))));

    [Fact]
    public void Every_key_has_a_meaning_or_is_kept() => Assert.All(Corpus, static one => Assert.All(one.Post.Keys, key =>
        Assert.True(
            HasMeaning(one.File.Article!, key) || one.File.Article!.ParamsJson.Contains($"\"{key}\"", StringComparison.Ordinal),
            $"{one.Post.Path}: {key} went nowhere: {one.File.Article!.ParamsJson}")));

    [Fact]
    public void What_is_taken_out_of_a_text_is_said() => Assert.All(
        Corpus.Where(static one => one.Post.Text.Contains("onclick", StringComparison.Ordinal) || one.Post.Text.Contains("{{< unknown", StringComparison.Ordinal) || one.Post.Text.Contains("page.url", StringComparison.Ordinal)),
        static one => Assert.Contains(one.File.Facts.Own, static finding => finding.Code.StartsWith("AN05", StringComparison.Ordinal)));

    private static CompiledFile Compile(ForeignPost post)
    {
        var settings = new CompileSettings
        {
            Site = SiteFile.Default,
            Now = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
            Layout = ContentLayout.Detect(new HashSet<string> { post.Path[..post.Path.IndexOf('/', StringComparison.Ordinal)] }),
        };
        Assert.Equal(FileKind.Article, settings.Layout.KindOf(post.Path, folder => post.Path == folder + "/index.md"));
        return NewsroomCompiler.Compile(post.Path, FileKind.Article, Encoding.UTF8.GetBytes(post.Text), settings.Now, null, settings);
    }

    private static bool HasMeaning(Article article, string key) => key switch
    {
        "title" => article.Title.StartsWith("A post, number", StringComparison.Ordinal),
        "date" or "pubDate" => !article.DateIsFirstSeen,
        "lastmod" => article.Updated is not null,
        "tags" or "taxonomies" => article.Tags.Any(static tag => tag.Id == "film"),
        "categories" => article.Topics.Contains("alita"),
        "aliases" or "redirect_from" or "permalink" or "url" => article.Aliases.Count > 0,
        "author" or "authors" => article.Authors.Count > 0 && article.Authors[0].Id is "jane-doe" or "jane",
        "description" => article.Description is not null,
        "slug" => article.Slug.Length > 0,
        "heroImage" => article.ParamsJson.Length > 0, // the lead picture; HeroFieldTests
        "layout" or "type" => true, // the contract: other generators' layouts mean nothing here
        _ => false,
    };
}

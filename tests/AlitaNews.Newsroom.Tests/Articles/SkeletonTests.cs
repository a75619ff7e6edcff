using System.Text;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Skeletons;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Articles;

public sealed class SkeletonTests
{
    private static readonly ContentLayout Layout = ContentLayout.Detect(new HashSet<string> { "articles" });
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static TheoryData<string> Kinds => [.. Skeleton.Kinds];

    [Theory]
    [InlineData("article", "articles/2026-03-04-alita-2-who-knows.md")]
    [InlineData("claim", "claims/alita-2-who-knows.md")]
    [InlineData("source", "sources/alita-2-who-knows.md")]
    [InlineData("topic", "topics/alita-2-who-knows.md")]
    [InlineData("author", "authors/alita-2-who-knows.md")]
    public void A_file_begins_where_its_kind_belongs(string kind, string path) =>
        Assert.Equal(path, Skeleton.Find(kind, "Alita 2: who knows?", Layout, Now)!.Path);

    [Theory]
    [InlineData("It came", "articles/2026-03-04-it-came-3.md", "articles/film/2025-01-01-it-came.md", "articles/it-came-2/index.md", "articles/2024-01-01-other.md")]
    [InlineData("It came", "articles/2026-03-04-it-came.md", "articles/it-came-2.md")]
    [InlineData("a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-aa", "articles/2026-03-04-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-2.md",
        "articles/a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-aa.md")]
    public void A_headline_that_returns_has_an_address_of_its_own(string title, string path, params string[] others) =>
        Assert.Equal(path, Skeleton.Find("article", title, Layout, Now)!.Beside(others).Path);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_the_title_the_file_has_no_error_and_keeps_it(string kind) =>
        Gen.String[Gen.OneOf(Gen.Char["abc: \"'\\#-{}[]&*!|>%@`,?0"], Gen.Char), 1, 40].Sample(title =>
        {
            if (Skeleton.Find(kind, title, Layout, Now) is not { } made)
                return;
            var settings = new CompileSettings { Site = SiteFile.Default, Now = Now, Layout = Layout };
            var compiled = NewsroomCompiler.Compile(made.Path, Layout.KindOf(made.Path, static _ => false), Encoding.UTF8.GetBytes(made.Text), Now, null, settings);
            Assert.DoesNotContain(compiled.Facts.Own, static finding => finding.Severity == Severity.Error);
            if (kind == "author")
                Assert.Equal(title.Trim(), compiled.Author!.Name);
        }, iter: 2_000);

    [Theory]
    [InlineData("article", "?!")]
    [InlineData("article", "One line\nand another")]
    [InlineData("source", "   ")]
    [InlineData("recipe", "Soup")]
    public void What_cannot_be_a_title_begins_nothing(string kind, string title) => Assert.Null(Skeleton.Find(kind, title, Layout, Now));

    [Fact]
    public void A_claim_is_no_longer_than_the_contract_lets_it_be()
    {
        Assert.NotNull(Skeleton.Find("claim", new string('a', 160), Layout, Now));
        Assert.Null(Skeleton.Find("claim", new string('a', 161), Layout, Now));
    }
}

using AlitaNews.Newsroom.Rules;

namespace AlitaNews.Newsroom.Tests.Rules;

public sealed class BrokenRenameTests
{
    private const string Words = "One fine day the sequel of the film began, with ten and more words in it, and then it ended.";

    private static readonly FileFacts[] Gone = [Facts("articles/first.md", "first", "first", "A first story to be told"), Facts("articles/second.md", "two", "second-slug", "The second of the stories")];

    [Theory]
    [InlineData("articles/x.md", "---\nid: two\ntitle: [\n---\n", "two")]
    [InlineData("articles/x.md", "+++\nid = \"two\"\ntitle = [\n+++\n", "two")]
    [InlineData("articles/x.md", "{\n  \"id\": \"two\",\n  \"title\": \n}\n", "two")]
    [InlineData("articles/x.md", "---\nslug: second-slug # as before\ndate: [\n---\n", "two")]
    [InlineData("articles/film/2024-01-02-first.md", "---\ntitle: [\n---\n", "first")]
    [InlineData("articles/first/index.md", "---\ntitle: [\n---\n", "first")]
    [InlineData("articles/x.md", "---\ntitle: \"RUMOUR: The second of the stories\"\ndate: [\n---\n", "two")]
    [InlineData("articles/x.md", "---\ntitle: Another\ndate: [\n---\nBefore it all. " + Words + " And more after it.\n", "first")]
    [InlineData("articles/x.md", "---\nid: third\ndate: [\n---\n" + Words + "\n", null)] // an id that is written decides
    [InlineData("articles/x.md", "---\ntitle: Another\ndate: [\nclaims:\n  - id: two\n---\nOf quite another thing.\n", null)] // of a claim, not its own
    [InlineData("articles/x.md", "", null)]
    public void A_broken_file_is_the_article_that_it_says_it_is(string path, string text, string? id) =>
        Assert.Equal(id, BrokenRename.FindBefore(path, text, Gone, static facts => facts.Id == "first" ? $"<p>{Words}</p>" : "<p>Two words.</p>")?.Id);

    private static FileFacts Facts(string path, string id, string slug, string name) => new()
    {
        Path = path,
        Kind = FileKind.Article,
        Id = id,
        Name = name,
        Article = new ArticleFacts { Slug = slug, Date = DateTimeOffset.UnixEpoch, Publish = DateTimeOffset.UnixEpoch },
    };
}

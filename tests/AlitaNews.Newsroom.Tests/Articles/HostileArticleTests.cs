using System.Text;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Text;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Articles;

/// <summary>Laws that hold for any front matter an article may have, however broken.</summary>
public class HostileArticleTests
{
    private static readonly Gen<string> Key = Gen.OneOf<string>(
        "title", "id", "slug", "date", "publish", "published", "expires", "updated", "timezone", "draft", "status", "hero", "image", "cover", "images", "resources",
        "header", "menu", "robots", "sitemap", "build", "seo", "social", "url", "permalink", "aliases", "redirect_to", "topics", "category", "taxonomy", "tags", "series",
        "weight", "featured", "authors", "sources", "claims", "corrections", "removed", "sponsor", "lang", "params", "spoiler", "kind", "related", "verification",
        "standfirst", "summary", "titel", "x_unknown", "Über");

    private static readonly Gen<string> Scalar = Gen.OneOf<string>(
        "", "~", "true", "no", "0", "2023-01-10", "2023-03-26T01:30", "10/01/2023", "'quoted'", "\"\\u0000\\ud800\"", "\"\u202Eevil\"", "a/b", "/old/path/", "https://example.org/x",
        "javascript:x", "RUMOUR: it", "'RUMOUR:'", "😀", "rumour", "none", "major", "Europe/London", "pt_BR", "-1", "1.5", "é́", "//", "?", "...");

    private static readonly Gen<string> Value = Gen.OneOf(
        Scalar,
        Scalar.Array[0, 4].Select(items => "[" + string.Join(", ", items) + "]"),
        Gen.Select(Gen.OneOf<string>("id", "src", "name", "date", "text", "status", "due", "url", "title", "image", "list", "tag", "alt", "reason"), Scalar).Array[0, 4]
            .Select(fields => "{" + string.Join(", ", fields.Select(f => $"{f.Item1}: {f.Item2}")) + "}"),
        Gen.Select(Gen.OneOf<string>("id", "src", "name", "date", "text", "status", "due", "type"), Scalar).Array[1, 4]
            .Select(fields => string.Concat(fields.Select((f, i) => (i == 0 ? "\n  - " : "\n    ") + $"{f.Item1}{(i == 0 ? "" : i)}: {f.Item2}"))));

    private static readonly Gen<string> Yaml = Gen.Select(Key, Value).Array[0, 12].Select(fields => string.Concat(fields.Select(f => $"{f.Item1}: {f.Item2}\n")));

    [Fact]
    public void Any_front_matter_becomes_an_article_or_a_blocking_error_and_all_text_can_be_stored() =>
        Yaml.Sample(
            yaml =>
            {
                var draft = Draft.Of(yaml);
                Assert.True(draft.Parsed is not null || draft.Found.Any(d => d.Blocks));
                var lines = SourceFile.FromText("x", $"---\n{yaml}\n---\nBody\n").Lines;
                Assert.All(draft.Found, d => Assert.InRange(d.Column, 1, lines.LineText(d.Line).Length + 1));
                if (draft.Parsed is not { Article: var article } || draft.Found.Any(d => d.Blocks))
                    return;
                Assert.NotEqual("", article.Slug);
                Assert.Equal(article.Slug, Slug.Of(article.Slug));
                Assert.NotEqual("", article.Title);
                Assert.InRange(article.Claims.Count(c => c.Primary), 0, 1);
                Assert.All(article.Aliases, path => Assert.StartsWith("/", path, StringComparison.Ordinal));
                foreach (var text in (string?[])[article.Title, article.Summary, article.ParamsJson, article.Kicker, .. article.Topics])
                {
                    _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(text ?? "");
                    Assert.DoesNotContain("\0", text ?? "", StringComparison.Ordinal);
                    Assert.DoesNotContain("\u202E", text == article.ParamsJson ? "" : text ?? "", StringComparison.Ordinal);
                }
            },
            iter: 20_000);

    [Fact]
    public void A_file_cut_off_or_damaged_anywhere_is_read_or_named()
    {
        const string Text = "---\ntitle: \"A story\"\ndate: 2023-01-10\ntopics: [a, b]\nhero:\n  src: a.jpg\nclaims:\n  - id: c\n    text: 'It''s so'\n    status: rumour\n---\nBody\n";
        Gen.Select(Gen.Int[0, Text.Length], Gen.OneOf<string>("", "\"", "'", "[", "{", ":", "\n", "\t", "&", "*", "!", "#", "|", "\0", "---\n", "\uFEFF")).Sample(change =>
        {
            var (at, inserted) = change;
            var damaged = Draft.OfText(Text[..at] + inserted + Text[at..]);
            Assert.True(damaged.Parsed is not null || damaged.Found.Any(d => d.Blocks));
            var cut = Draft.OfText(Text[..at]);
            Assert.True(cut.Parsed is not null || cut.Found.Any(d => d.Blocks));
        });
    }

    public static TheoryData<string> Crowds => new()
    {
        "topics: [" + string.Join(',', Enumerable.Range(0, 11_000)) + "]",
        "sources: [" + string.Join(',', Enumerable.Range(0, 11_000)) + "]",
        string.Concat(Enumerable.Range(0, 7000).Select(i => $"k{i}: 1\n")),
        string.Concat(Enumerable.Repeat("same: 1\n", 7000)),
        "claims:\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"- id: {i}\n")),
        string.Concat(Enumerable.Repeat("a: '''\n", 9000)),
    };

    [Theory]
    [MemberData(nameof(Crowds))]
    public void A_crowd_of_values_is_read_to_its_end(string yaml) => Assert.NotEmpty(Draft.Of("title: A\n" + yaml + "\nweight: x").Found);

    [Fact]
    public void Every_finding_about_a_value_points_at_it() =>
        Gen.OneOf<string>("date: soon", "expires: 10/01/2023", "slug: a/b", "weight: heavy", "kind: listicle", "updated: never", "timezone: Mars", "lang: 12", "spoiler: [x]")
            .Array[1, 6].Sample(lines =>
            {
                var yaml = string.Join('\n', lines.DistinctBy(line => line.Split(':')[0]).Select(line => line.Replace(": ", ":    ", StringComparison.Ordinal)));
                var file = SourceFile.FromText("x", $"---\n{yaml}\n---\n");
                var bag = new DiagnosticBag(file);
                ArticleParser.Parse(file, Draft.Settings with { Site = SiteFile.Default }, bag);
                foreach (var found in bag.Items.Where(d => d.Line > 1))
                {
                    var line = file.Lines.LineText(found.Line);
                    Assert.Equal(line.LastIndexOf(' ') + 2, found.Column);
                }
            });
}

using System.Globalization;
using System.Text;

namespace AlitaNews.Newsroom.Tests.Corpus;

/// <summary>A post as somebody might have written it for another generator, made by rule: every visible word of it occurs once.</summary>
/// <param name="Style">The generator.</param>
/// <param name="Path">Where it lies in that generator's folder.</param>
/// <param name="Text">The file.</param>
/// <param name="Words">Every word that a reader of the body sees.</param>
/// <param name="Keys">The keys of its front matter.</param>
/// <param name="OldAddresses">The addresses that its front matter says it had.</param>
public sealed record ForeignPost(string Style, string Path, string Text, IReadOnlyList<string> Words, IReadOnlyList<string> Keys, IReadOnlyList<string> OldAddresses)
{
    public static readonly string[] Styles = ["hugo", "jekyll", "eleventy", "astro", "zola", "docusaurus"];

    public override string ToString() => Path;

    /// <summary>The post of a number: the style goes round, the parts of the body differ.</summary>
    public static ForeignPost Make(int number)
    {
        var style = Styles[number % Styles.Length];
        var day = new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(number * 7);
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = string.Create(CultureInfo.InvariantCulture, $"post-number-{number}");
        var old = string.Create(CultureInfo.InvariantCulture, $"/{style}/{day.Year}/{name}/");
        var (path, front, keys) = style switch
        {
            "hugo" => (
                $"post/{name}.md",
                $"+++\ntitle = \"A post, number {number}\"\ndate = {date}T10:00:00Z\nlastmod = {date}\naliases = [\"{old}\"]\ntags = [\"film\", \"news\"]\ncategories = [\"Alita\"]\ntype = \"post\"\ntoc = true\n[params]\nmood = \"good\"\n+++\n",
                new[] { "title", "date", "lastmod", "aliases", "tags", "categories", "type", "toc", "mood" }),
            "jekyll" => (
                $"_posts/{date}-{name}.markdown",
                $"---\nlayout: post\ntitle:  \"A post, number {number}\"\ncategories: alita sequel\nredirect_from:\n  - {old}\nauthor: Jane Doe\ncomments: true\n---\n",
                ["layout", "title", "categories", "redirect_from", "author", "comments"]),
            "eleventy" => (
                $"posts/{date}-{name}.md",
                $"---\ntitle: A post, number {number}\ndescription: About it.\ndate: {date}\npermalink: {old}\neleventyNavigation:\n  key: Post {number}\ntags:\n  - film\n---\n",
                ["title", "description", "date", "permalink", "eleventyNavigation", "tags"]),
            "astro" => (
                $"blog/{name}.md",
                $"---\ntitle: 'A post, number {number}'\ndescription: 'About it'\npubDate: '{date}'\nheroImage: '/hero-{number}.jpg'\nurl: {old}\n---\n",
                ["title", "description", "pubDate", "heroImage", "url"]),
            "zola" => (
                $"blog/{name}/index.md",
                $"+++\ntitle = \"A post, number {number}\"\ndate = {date}\naliases = [\"{old}\"]\n[taxonomies]\ntags = [\"film\"]\n[extra]\nshow_toc = false\n+++\n",
                ["title", "date", "aliases", "taxonomies", "extra"]),
            _ => (
                $"blog/{date}-{name}.md",
                $"---\nslug: {name}\ntitle: A post, number {number}\nauthors: [jane, john]\ntags: [film]\nhide_table_of_contents: true\naliases: {old}\n---\n",
                ["slug", "title", "authors", "tags", "hide_table_of_contents", "aliases"]),
        };
        var body = new BodyMaker(number, style);
        return new ForeignPost(style, path, front + body.Text, body.Words, keys, [old]);
    }

    /// <summary>Writes bodies of parts that posts have, in words that occur nowhere else.</summary>
    private sealed class BodyMaker
    {
        private readonly StringBuilder _text = new();
        private readonly List<string> _words = [];
        private readonly int _number;

        public BodyMaker(int number, string style)
        {
            _number = number;
            var parts = new Action[]
            {
                () => Add($"{W()} *{W()}* **{W()}** `{W()}` [{W()}](https://example.org/x) ~~{W()}~~.\n\n"),
                () => Add($"## {W()} {W()}\n\n"),
                () => Add($"* {W()}\n* {W()}\n  1. {W()}\n  2. {W()}\n\n"),
                () => Add($"> {W()}\n> {W()}\n\n"),
                () => Add($"| {W()} | {W()} |\n|---|:-:|\n| {W()} | `{W()}` |\n\n"),
                () => Add($"```cpp\nstd::{W()}<{W()}> {W()};\n```\n\n"),
                () => Add($"{W()}[^a]\n\n[^a]: {W()} {W()}\n\n"),
                () => Add($"<div class=\"note\" onclick=\"x()\"><b>{W()}</b> {W()}</div>\n\n"),
                () => Add($"<details><summary>{W()}</summary>\n\n{W()}\n\n</details>\n\n"),
                () => Add($"{W()} {{: .lead}}\n\n"),
                () => Add($"C++ {W()} 2^{W()} a::b :) {W()} 100% {W()} $5 {W()}\n\n"),
                () => Add($"- [ ] {W()}\n- [x] {W()}\n\n"),
                () => Add(style switch
                {
                    "hugo" or "zola" => $"{{{{< unknown a=\"1\" >}}}}{W()}{{{{< /unknown >}}}}\n\n{W()}\n\n",
                    "jekyll" => $"{{% highlight ruby %}}\n{W()}\n{{% endhighlight %}}\n\n",
                    "eleventy" => $"{W()} {{{{ page.url }}}} {W()}\n\n",
                    "docusaurus" => $":::note {W()}\n{W()}\n:::\n\n",
                    _ => $"<Callout>{W()}</Callout>\n\n",
                }),
                () => Add($"***\n\n{W()}  \n{W()}\\\n{W()}\n\n"),
                () => Add($"### {W()}\n{W()} &amp; {W()} &copy; {W()}\n\n"),
            };
            Add($"{W()} {W()}.\n\n");
            for (var i = 0; i < 7; i++)
                parts[((number * 7) + (i * 4) + (number / parts.Length)) % parts.Length]();
        }

        public string Text => _text.ToString();

        public IReadOnlyList<string> Words => _words;

        private void Add(string text) => _text.Append(text);

        private string W()
        {
            var word = string.Create(CultureInfo.InvariantCulture, $"word{_number}x{_words.Count}");
            _words.Add(word);
            return word;
        }
    }
}

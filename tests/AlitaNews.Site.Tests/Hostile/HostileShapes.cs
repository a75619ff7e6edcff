using System.Text;

namespace AlitaNews.Site.Tests.Hostile;

/// <summary>Whole files whose shape is the attack: too deep, too long, too often, no text at all, or what costs a parser the square of it.</summary>
internal static class HostileShapes
{
    private const string Head = "---\ntitle: Shape\ndate: 2024-01-01\n---\n";

    // As long as a line and a file may be where the whole of it is tried; else a fraction, whose square is a hundredth of the cost.
    private static readonly int Share = Environment.GetEnvironmentVariable("ALITA_TEST_ALL") == "1" ? 1 : 10;

    // Repeated without end, each has cost some parser its time, its memory or its stack.
    private static readonly string[] Repeated =
    [
        "[", "![", "](", "[a](", "[a](<b", "[[", "]", "<", "<a ", "<a href=\"", "<!--", "a<!--", "<?", "<![CDATA[", "<!A ", "</", "`", "`a``b", "*a_", "**a ", "_a_ ", "*a **a ", "***", "~~a", "==a", "||a", "&", "&#", "&#x1;", ":a", ":smile:",
        "\\", "|", "|a|a", ">", "> ", "- ", "* ", "1. ", "+ ", "#", "# a\n", "a\n=\n", "a\n-\n", "[a]: b\n", "[a]: <\n", "[^a]: x\n", "[^1]", "[^1]\n\n[^1]: [^1]\n", "*[A]: b\n", "{{<", "{{< figure ", "{{< ad >}}", "{% ", "{% raw %}", "{{", "{: ", ":::",
        ":::a\n", "::: a\n:::\n", ":::quote a=", "^^^\n", "http://a", "https://www.a.b/(", "www.a", "a@b.", "<http://", "{.a", "{#", "x{", "![a](b){a=", "\t", "  a  \n", "M. ", "A. B. C. ", "</b>", "<b>", "<details>", "<div>\n", "<table><tr><td>",
        "<p>", "<figure><img>", "~~~", "```\n", "$a", "$$", "-->", "\"", "'", "...", "(c)", "[x](claim:a)", "[ ] ", "- [ ] a\n", "|a|\n|-|\n", "a|b\n", "\u0301", "\U0001F468\u200D\U0001F469\u200D", "\u202E", "\u0002", "&nbsp;", "<script>", "<style>", "<svg>",
        "<math>", "<iframe src=https://www.youtube.com/embed/x>", "~/", "a_", "![a](b \"", "> [!NOTE]\n", "- Advertisement -\n\n", "<!-- ad -->\n", "Verification: a\n\n", "<br>", "&lt;", "\\[", "*", "a*a", "||a|| ", "<b title=\"", "x\n\n", "\u00AD\u200B",
    ];

    private static readonly string[] FrontMatter =
    [
        "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]", "a: &a [*a]", "<<: *x", "a: &a {b: 1}\n<<: *a", "title: !!python/object/apply:os.system ['id']", "title: !ruby/object:Gem::Installer {}", "title: !!js/function 'function(){}'", "title: !<tag:yaml.org,2002:str> x",
        "title: !!binary R0lGOD", "title: !System.Diagnostics.Process x", "? [a, b]\n: c", "? ? ? a", "title: \"\\ud800\"", "title: \"\\u0000\"", "title: \"\\x00\\x1b[31m\"", "title: |\n" + "  a\n", "title: 'unclosed", "title: \"unclosed", "title: [", "title: {", "title: }", "title: @x", "title: `x",
        "title:\tx", "\ttitle: x", "title: x\n title: y", "- a\n- b", "just words", "title: x: y: z", "%YAML 9.9", "%TAG ! tag:x,2000:\n---\ntitle: !a b", "--- a\n... b", "title: ~", "title:", "title: []", "title: {}", "title: [[[]]]", "date: 0000-00-00", "date: 9999-12-31T23:59:60Z", "date: 2024-02-30",
        "date: -1", "date: 1e400", "date: 0x10", "date: .inf", "date: 2024-01-01T25:61:61+99:99", "date: 10000-01-01", "date: 0001-01-01T00:00:00+14:00", "publish: 9999-12-31T23:59:59-14:00\ndate: 2024-01-01", "timezone: ../../etc/passwd", "timezone: Europe/\u0000", "weight: 99999999999999999999", "weight: 1e999", "part: -2147483649",
        "slug: ../../etc/passwd", "slug: /", "slug: .", "slug: ..", "slug: con", "slug: '%2e%2e'", "slug: desk", "slug: \"\\u202E\"", "slug: \U0001F600", "id: ''", "aliases: [//evil.invalid, 'https://evil.invalid/', '/../../x', '/%2e%2e/', '/desk', '/']", "redirect-to: //evil.invalid", "redirect-to: 'data:text/html,x'",
        "hero: ../../../../etc/passwd", "hero: file:///etc/passwd", "hero: http://127.0.0.1:1/x", "hero: //evil.invalid/a.jpg", "hero: {src: [a]}", "image: {src: {src: {src: a}}}", "claims: x", "claims: [[x]]", "claims: [{id: {}}]", "claims: [{status: [rumour]}]", "claims: [{id: a, text: b, due: 99999-Q9}]", "claims: [{id: a, text: b, due: 9999}]", "claims: [{id: a, text: b, due: 9999-12-31, grace: 99999999}]", "claims: [{id: a, text: b, due: 0001-01-01, asof: 0001-01-01}]", "date: 0001-12-31\nexpires: 9998-12-31", "claims: [{id: a, text: b, likelihood: .nan}]",
        "sources: {a: {b: {c: d}}}", "corrections: {}", "removed: true", "removed: {date: never}", "topics: {a: b}", "authors: [[[a]]]", "params: 1", "lang: '<b>'", "schema: 99", "schema: -1", "schema: x", "draft: 'maybe'", "expires: 0001-01-01", "excerpt_separator: ''", "resources: [{src: '*'}]", "menu: {main: {weight: x}}",
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<HostileFile> All =>
    [
        .. Repeated.Select(static (part, i) => new HostileFile($"articles/shapes/line{i}.md", Head + Repeat(part, 60_000 / Share) + "\n")),
        .. Repeated.Select(static (part, i) => new HostileFile($"articles/shapes/lines{i}.md", Head + string.Join('\n', Enumerable.Repeat(Repeat(part, 500), 250 / Share)) + "\n")),
        .. FrontMatter.Select(static (yaml, i) => new HostileFile($"articles/shapes/yaml{i}.md", $"---\n{yaml}\n---\nWords.\n")),
        .. Keys().Select(static (yaml, i) => new HostileFile($"articles/shapes/crowd{i}.md", $"---\n{yaml}\n---\nWords.\n")),
        .. Bytes().Select(static (bytes, i) => new HostileFile($"articles/shapes/bytes{i}.md", bytes)),
        .. Bytes().Select(static (bytes, i) => new HostileFile($"sources/bytes{i}.md", bytes)),
        .. Bytes().Select(static (bytes, i) => new HostileFile($"media/bytes{i}.jpg.yaml", bytes)),
        .. Bytes().Take(12).Select(static bytes => new HostileFile("site.yaml", bytes)),
        .. Bytes().Take(12).Select(static bytes => new HostileFile("redirects.yaml", bytes)),
    ];

    private static IEnumerable<string> Keys() =>
    [
        Repeat("a: 1\n", 60_000), string.Concat(Enumerable.Range(0, 6_000).Select(static i => $"k{i}: 1\n")), "title: " + Repeat("[", 60_000), "title: " + Repeat("{a: ", 60_000), Repeat("- ", 60_000), Repeat("? ", 60_000), "title: " + Repeat("a ", 60_000),
        "title: \"" + Repeat("\\u0041", 60_000) + "\"", "title: |\n" + Repeat("  a\n", 60_000), "topics: [" + Repeat("a,", 60_000) + "]", "claims:\n" + Repeat("  - {id: a, text: b, status: rumour}\n", 60_000), "sources:\n" + Repeat("  - a\n", 60_000), Repeat("a", 60_000) + ": b",
        "aliases: [" + Repeat("/a,", 60_000) + "]", "tags: '" + Repeat("a,", 60_000) + "'", "params: {" + Repeat("a: {", 60_000), "title: " + Repeat("'", 60_000), "title: >\n" + Repeat("\n", 60_000), Repeat("#", 60_000), Repeat("&a ", 60_000), Repeat("*a ", 60_000), Repeat("!a ", 60_000),
    ];

    private static IEnumerable<byte[]> Bytes() =>
    [
        [], [0xEF, 0xBB, 0xBF], [0], [0xFF, 0xFE, 0x2D, 0, 0x2D, 0], [0xFE, 0xFF, 0, 0x2D], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE2, 0x82], "%PDF-1.7\n"u8.ToArray(), [0x1F, 0x8B, 8, 0], [0xFF, 0xD8, 0xFF, 0xE0],
        .. ((string[])["---", "---\n", "---\n---", "+++\n+++", "{", "{}", "{}}", "---json\n{\n---\n", "+++\na = [[[\n+++\n", "+++\n[[a]]\n[a]\n+++\n", "---\r---\r", "\r\r\r", "\u2028---\u2028", "\uFEFF\uFEFF---\ntitle: a\n---\n", "---\ntitle: a", "---\n...\n...\n", "\f---\n"]).Select(Encoding.UTF8.GetBytes),
        new byte[5_000], Encoding.UTF8.GetBytes(Head + new string('a', 70_000)), Encoding.UTF8.GetBytes(Head + Repeat("a\n", (4 * 1024 * 1024) + 1)), Encoding.Unicode.GetBytes(Head + "Words."), Noise(1), Noise(2), Noise(3),
    ];

    private static byte[] Noise(int seed)
    {
        var bytes = new byte[20_000];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AlitaNews.Site.Tests.Hostile;

/// <summary>Whole files with a script in every place where a reader may see what an editor wrote: each place with each script.</summary>
internal static class HostileScripts
{
    /// <summary>A request to this host would mean that a page loaded what content named.</summary>
    public const string Stranger = "evil.invalid";

    /// <summary>What a script that runs does: it leaves a mark in the outermost window.</summary>
    private const string Run = "top.__xss=1";

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Scripts =
    [
        $"<script>{Run}</script>",
        $"\"><img src=x onerror={Run}>",
        $"'><svg onload={Run}>",
        $"</title></textarea></style><script>{Run}</script>",
        $"</script><script>{Run}</script>",
        $"--><img src=x onerror={Run}><!--",
        $"\" autofocus tabindex=1 onfocus={Run} x=\"",
        $"javascript:{Run}",
        $"[x](javascript:{Run}) <javascript:{Run}> ![x](javascript:{Run})",
        $"{{{{constructor.constructor('{Run}')()}}}} ${{{Run}}} <%={Run}%>",
        $"]]><script xmlns='http://www.w3.org/1999/xhtml'>{Run}</script>",
        $"&lt;img src=x onerror={Run}&gt; &#60;script&#62;{Run}&#60;/script&#62;",
        $"\u202Egnp\u2066\u2028\u2029\u200F<b onclick={Run}>\u0085",
        $"</main></body></html><iframe src=javascript:{Run}></iframe><plaintext>",
        $"<img src=https://{Stranger}/a.png><link rel=stylesheet href=//{Stranger}/a.css><meta http-equiv=refresh content='0;url=https://{Stranger}/'><base href=//{Stranger}/>",
    ];

    private const string Claim = "claims: [{{id: a-claim-{1}, text: It is so, status: rumour, due: 2024, sources: [{{id: somebody}}], ";

    // {0} is the script as a quoted scalar, {1} a number of its own.
    private static readonly string[] Fields =
    [
        "title: {0}", "short-title: {0}", "slug: {0}", "id: {0}", "seo: {{title: {0}, description: {0}, canonical: {0}, image: {0}}}", "standfirst: {0}", "summary: {0}", "description: {0}",
        "kicker: {0}", "backstory: {0}", "hero: {0}", "hero: {{src: a.jpg, alt: {0}, caption: {0}, credit: {0}, credit-url: {0}, license: {0}, license-url: {0}, kind: {0}, source: {0}, place: {0}}}",
        "image: {0}\nimage_alt: {0}\nimage_caption: {0}", "authors: [{0}]", "authors: [{{name: {0}, id: {0}, url: {0}, role: {0}}}]", "editor: {0}\nreviewed-by: {0}\ntranslator: {0}", "topics: [{0}]", "tags: [{0}]",
        "series: {0}\npart: {0}", "social: {{title: {0}, description: {0}, image: {0}}}", "sources: [{{id: {0}, role: {0}, quote: {0}, url: {0}}}]", "corrections: [{{date: 2024-01-02, type: correction, text: {0}, was: {0}, now: {0}}}]",
        "verification: {0}", "sponsor: {{name: {0}, url: {0}}}", "ai-use: {0}", "lang: {0}", "license: {0}", "content-warning: {0}", "spoiler: {0}", "section: {0}", "redirect-to: {0}", "aliases: [{0}]", "related: [{0}]",
        "params: {{a: {0}}}\n{0}: {0}", "removed: {{date: 2024-01-02, reason: {0}, by: {0}}}", "date: {0}\ntimezone: {0}", "kind: {0}",
        Claim + "note: {0}}}]", Claim + "test: {0}, type: {0}}}]", Claim + "known: [{0}], unknown: [{0}]}}]", Claim + "evidence: [{{url: {0}, title: {0}, kind: {0}, quote: {0}}}]}}]",
        "claims: [{{id: {0}, text: {0}, status: rumour}}]", "claims: [{{id: b-claim-{1}, text: {0}, status: {0}, due: {0}}}]",
    ];

    // {0} is the script as it is.
    private static readonly string[] Bodies =
    [
        "{0}", "# {0}", "> {0}", "- {0}\n- [ ] {0}", "| {0} |\n|---|\n| {0} |", "`{0}`", "```{0}\n{0}\n```", "<div>\n{0}\n</div>", "<div title=\"{0}\">x</div>", "[x]({0})", "[x](<{0}>)", "[{0}](/x \"{0}\")", "![{0}](a.jpg \"{0}\")",
        "![x]({0} \"x\")", "[x][r]\n\n[r]: <{0}> \"{0}\"", "[^1]\n\n[^1]: {0}", "*[X]: {0}\n\nX", "> [!NOTE] {0}\n> {0}", ":::aside {0}\n{0}\n:::", ":::spoiler {0}\n{0}\n:::", ":::quote source=\"{0}\" claim=\"{0}\"\n{0}\n:::",
        ":::embed url=\"{0}\"\n:::", ":::ad slot=\"{0}\"\n:::", ":::update {0}\n{0}\n:::", "{{{{< figure src=\"{0}\" alt=\"{0}\" caption=\"{0}\" link=\"{0}\" >}}}}", "{{{{< youtube \"{0}\" >}}}}", "{{% tweet {0} %}}", "<iframe src=\"{0}\"></iframe>",
        "<figure><img src=\"{0}\" alt=\"{0}\"><figcaption>{0}</figcaption></figure>", "[x](claim:{0})", "[x](source:{0})", "![a](a.jpg \"b\"){{kind=photo credit=\"{0}\" credit-url=\"{0}\" license=\"{0}\"}}", "||{0}||", "=={0}==", "<!-- {0} -->\n\n{0}",
        ":::claim {0}\n:::", ":::timeline topic=\"{0}\"\n:::", "<details><summary>{0}</summary>{0}</details>", "Verification: {0}", "{0}\n\n<!--more-->\n\n{0}",
    ];

    // Other files of the folder: path, and fields or the whole text.
    private static readonly (string Path, string Text)[] Others =
    [
        ("sources/s{1}.md", "---\nname: {0}\nkind: leaker\nurl: {0}\nsame-as: [{0}]\nworks-for: {0}\nbeat: {0}\npolicy-note: {0}\n---\n{2}\n"), ("sources/t{1}.md", "---\nname: T{1}\naliases: [{0}]\nkind: {0}\n---\n"),
        ("authors/a{1}.md", "---\nname: {0}\nurl: {0}\nrole: {0}\nimage: {0}\nsame-as: [{0}]\n---\n{2}\n"), ("topics/o{1}.md", "---\nname: {0}\nkind: film\nsame-as: [{0}]\nimage: {0}\n---\n{2}\n"), ("topics/p{1}.md", "---\nname: P{1}\nkind: {0}\n---\n# {2}\n"),
        ("claims/c{1}.md", "---\ntext: {0}\naliases: [{0}]\nreason: {0}\ntopics: [{0}]\n---\n{2}\n"), ("pages/g{1}.md", "---\ntitle: {0}\nstandfirst: {0}\ndescription: {0}\n---\n{2}\n"), ("pages/h{1}.md", "---\naliases: [{0}]\nupdated: {0}\n---\n# {2}\n"),
        ("articles/n{1}/_index.md", "---\ntitle: {0}\nstandfirst: {0}\n---\n{2}\n"), ("media/m{1}.jpg.yaml", "alt: {0}\ncaption: {0}\ncredit: {0}\ncredit-url: {0}\nlicense: {0}\nlicense-url: {0}\nacquire-url: {0}\nsource: {0}\nplace: {0}\nkind: photo\n"),
        ("articles/d{1}/_defaults.yaml", "kicker: {0}\nauthors: [{0}]\nlang: {0}\n"), ("redirects.yaml", "{0}: {0}\n/old{1}: {0}\n/gone{1}: {{gone: {0}}}\n"),
        ("site.yaml", "title: {0}\ndescription: {0}\nbase-url: {0}\nlanguage: {0}\ntimezone: {0}\npublisher: {{name: {0}, url: {0}, logo: {0}, same-as: [{0}]}}\nauthor: {0}\nverification: {{google: {0}}}\nlicense: {0}\n"),
    ];

    /// <summary>Every place with every script.</summary>
    public static IEnumerable<HostileFile> All => Make(static (_, _) => true);

    /// <summary>Every place and every script, but only so many pairs as a browser opens in seconds; no file that there may be only one of.</summary>
    public static IEnumerable<HostileFile> ForBrowsers => Make(static (place, script) => (place + script) % 5 == 0).Where(static file => file.Path is not ("site.yaml" or "redirects.yaml"));

    private static IEnumerable<HostileFile> Make(Func<int, int, bool> chosen)
    {
        var number = 0;
        for (var s = 0; s < Scripts.Length; s++)
        {
            var script = Scripts[s];
            var quoted = JsonSerializer.Serialize(script, AsWritten);
            for (var f = 0; f < Fields.Length; f++)
            {
                number++;
                if (chosen(f, s))
                    yield return new HostileFile($"articles/fields/f{number}.md", $"---\n{Fill(Fields[f], quoted, number, "")}\n{(Fields[f].StartsWith("date:", StringComparison.Ordinal) ? "" : "date: 2024-01-01\n")}---\nWords [and a claim](claim:a-claim-{number}).\n");
            }

            for (var b = 0; b < Bodies.Length; b++)
            {
                number++;
                if (chosen(b, s))
                    yield return new HostileFile($"articles/bodies/b{number}.md", $"---\ntitle: Body {number}\ndate: 2024-01-01\n---\nBefore.\n\n{Fill(Bodies[b], script, number, "")}\n\nAfter.\n");
            }

            for (var o = 0; o < Others.Length; o++)
            {
                number++;
                if (chosen(o, s))
                    yield return new HostileFile(Fill(Others[o].Path, "", number, ""), Fill(Others[o].Text, quoted, number, script));
            }

            // What a file is called is shown, too; a slash is the one character that cannot be in it.
            number++;
            var name = script.Replace('/', '\u2215');
            yield return new HostileFile($"articles/names/{name}.md", $"---\ndate: 2024-01-01\n---\n![x](<{name}.svg>)\n");
            yield return new HostileFile($"articles/{name}/n{number}.md", "---\ndate: 2024-01-01\n---\nWords.\n");
        }
    }

    private static string Fill(string form, string script, int number, string plain) => string.Format(CultureInfo.InvariantCulture, form, script, number, plain);
}

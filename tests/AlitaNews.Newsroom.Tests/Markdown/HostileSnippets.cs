namespace AlitaNews.Newsroom.Tests.Markdown;

/// <summary>Hostile bodies, made by putting ways to run a script into every place where an editor may write.</summary>
public static class HostileSnippets
{
    private static readonly string[] Addresses =
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "javascript&#58;alert(1)", "&#106;avascript:alert(1)",
        "java&NewLine;script:alert(1)", "javascript&colon;alert(1)", "\u0001javascript:alert(1)", "vbscript:msgbox(1)", "data:text/html;base64,PHNjcmlwdD4=",
        "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "blob:x", "//evil.example\"onmouseover=alert(1)", "https://e.example/\" onclick=\"alert(1)",
        "view-source:javascript:alert(1)", "jar:javascript:alert(1)", "feed:javascript:alert(1)", "java\\script:alert(1)",
    ];

    private static readonly string[] AddressPlaces =
    [
        "[x]({0})", "[x](<{0}>)", "![x]({0})", "![x]({0} \"t\")", "<{0}>", "[x][r]\n\n[r]: {0}", "[x][r]\n\n[r]: <{0}>", "[![x](a.png)]({0})",
        "<a href=\"{0}\">x</a>", "<a href='{0}'>x</a>", "<a href={0}>x</a>", "<img src=\"{0}\">", "<iframe src=\"{0}\"></iframe>", "<div>\n<a href=\"{0}\">x</a>\n</div>",
        "{{{{< figure src=\"{0}\" link=\"{0}\" attrlink=\"{0}\" alt=\"a\" >}}}}", ":::embed url={0}\n:::", "![x](a.png){{credit-url=\"{0}\" license-url=\"{0}\"}}", "{{{{< youtube \"{0}\" >}}}}",
        "[[{0}]]", "claim [x](claim:{0})", ":::claim {0}\n:::", ":::timeline claim=\"{0}\"\n:::",
    ];

    private static readonly string[] Markup =
    [
        "<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "<script/src=//e.example></script>", "<script\n>alert(1)</script\n>", "<script>", "</script><script>alert(1)",
        "<img src=x onerror=alert(1)>", "<img src=x onerror\n=\nalert(1)//", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg/onload=alert(1)//",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "<body onload=alert(1)>", "<details open ontoggle=alert(1)>x</details>",
        "<form action=javascript:alert(1)><input type=submit></form>", "<button formaction=javascript:alert(1)>x</button>", "<object data=javascript:alert(1)></object>", "<embed src=javascript:alert(1)>",
        "<base href=//e.example>", "<link rel=stylesheet href=//e.example>", "<meta http-equiv=refresh content=0;url=javascript:alert(1)>", "<style>@import '//e.example'</style>",
        "<p style=\"background:url(javascript:alert(1))\">x</p>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "<textarea><img src=x onerror=alert(1)></textarea>",
        "<title><img src=x onerror=alert(1)></title>", "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>", "<!--><img src=x onerror=alert(1)>-->", "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
        "<![CDATA[<script>alert(1)</script>]]>", "<?xml <script>alert(1)</script> ?>", "<!DOCTYPE x [<script>]>", "<template><script>alert(1)</script></template>", "<video src=x onerror=alert(1)></video>",
        "<a id=x tabindex=1 onfocus=alert(1)>x</a>", "<div onmouseover='alert(1)' onclick=alert(1)>x</div>", "<td onclick=alert(1)>", "</p></div></main></body><script>alert(1)</script>", "<select><script>alert(1)</script></select>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<iframe src=https://www.youtube.com/embed/x onload=alert(1)></iframe>", "<br onclick=alert(1)>", "<kbd/onclick=alert(1)>x", "<b onclick\u00a0=alert(1)>x</b>",
        "`<script>`\n\n```html\n<script>alert(1)</script>\n```", "```\"><script>alert(1)</script>\nx\n```", "``` {onclick=alert(1)}\nx\n```", "# x {onclick=alert(1) #\"><script>alert(1)</script>}", "[x](y){onclick=alert(1) style=x}",
        "![x](y){kind=photo onerror=alert(1)}", ":::note onclick=alert(1)\nx\n:::", "::: \"><script>alert(1)</script>\nx\n:::", ":::spoiler <script>alert(1)</script>\nx\n:::", ":::ad slot=\"\"><script>alert(1)</script>\n:::",
        "> [!\"><script>alert(1)</script>]\n> x", "> [!NOTE] <script>alert(1)</script>\n> x", "|a|\n|-|\n|<script>alert(1)</script>|", "- [x] <script>alert(1)</script>", "[^1]\n\n[^1]: <script>alert(1)</script>",
        "[^\"><script>]\n\n[^\"><script>]: x", "*[X]: \"><script>alert(1)</script>\n\nX", "[x](y \"\\\"><script>alert(1)</script>\")", "![\"><script>alert(1)</script>](y \"<script>alert(1)</script>\")", "![x](\"onerror=alert(1))",
        "{{< figure src=\"x\" caption=\"<script>alert(1)</script>\" alt=\"'><script>alert(1)</script>\" >}}", "{% raw %}<script>alert(1)</script>{% endraw %}", "{% highlight \"><script> %}\n<script>\n{% endhighlight %}", "{{ '<script>alert(1)</script>' | relative_url }}",
        "\u0002claim\u001Fx\u0003<script>\u0002/claim\u0003", "\u00020\u0003", "\u0002#0\u0003<b>\u0002#1\u0003</b>", "<b \u0002#0\u0003=x>y</b>", "||<script>alert(1)</script>||", "==<img src=x onerror=alert(1)>==",
    ];

    /// <summary>Every snippet, in the same order each time.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. AddressPlaces.SelectMany(static place => Addresses.Select(address => string.Format(System.Globalization.CultureInfo.InvariantCulture, place, address))),
        .. Markup,
        .. Markup.Select(static markup => "> - " + markup.Replace("\n", "\n>   ", StringComparison.Ordinal)),
        .. Markup.Select(static markup => "<div>\n\n" + markup + "\n\n</div>"),
        .. Markup.Select(static markup => "words " + markup + " [x](claim:y) *words*"),
        .. Markup.Select(static markup => ":::aside x\n" + markup + "\n:::\n\nafter"),
    ];
}

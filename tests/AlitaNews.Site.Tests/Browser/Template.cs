namespace AlitaNews.Site.Tests.Browser;

/// <summary>One page of each sort that the paper has.</summary>
public static class Template
{
    private static readonly (string Name, string Address)[] All =
    [
        ("front", "/"),
        ("article", Paper.Story),
        ("confirmed article", "/news/the-script-is-done"),
        ("article from right to left", Paper.Arabic),
        ("standing page", "/about"),
        ("sections", "/sections"),
        ("section", "/sections/film"),
        ("topics", "/topics"),
        ("topic", "/topics/alita-2"),
        ("authors", "/authors"),
        ("author", "/authors/ido"),
        ("tag", "/tags/sequels"),
        ("archive", "/archive"),
        ("month", "/archive/2024/02"),
        ("sources", "/sources"),
        ("source", "/sources/landau"),
        ("search", "/search?q=script"),
        ("search without a hit", "/search?q=xyzzy"),
        ("tracker", "/rumours"),
        ("tracker without a hit", "/rumours?status=missed"),
        ("claim", "/claims/cameras-roll"),
        ("settled claim", "/claims/script-done"),
        ("status changes", "/status"),
        ("corrections", "/corrections"),
        ("removed", "/news/taken-down"),
        ("error", "/nothing-here"),
    ];

    /// <summary>Name and address of each.</summary>
    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var (name, address) in All)
                pages.Add(name, address);
            return pages;
        }
    }
}

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

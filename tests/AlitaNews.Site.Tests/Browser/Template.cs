using System.Net;

namespace AlitaNews.Site.Tests.Browser;

/// <summary>One page of each sort that the paper has.</summary>
public static class Template
{
    private static readonly (string Name, string Address, HttpStatusCode Status)[] All =
    [
        ("front", "/", HttpStatusCode.OK),
        ("article", Paper.Story, HttpStatusCode.OK),
        ("confirmed article", "/news/the-script-is-done", HttpStatusCode.OK),
        ("article from right to left", Paper.Arabic, HttpStatusCode.OK),
        ("standing page", "/about", HttpStatusCode.OK),
        ("removed", "/news/taken-down", HttpStatusCode.Gone),
        ("error", "/nothing-here", HttpStatusCode.NotFound),
    ];

    /// <summary>Name and address of each.</summary>
    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var (name, address, _) in All)
                pages.Add(name, address);
            return pages;
        }
    }

    /// <summary>Name, address and status of each.</summary>
    public static TheoryData<string, string, HttpStatusCode> Answers
    {
        get
        {
            var pages = new TheoryData<string, string, HttpStatusCode>();
            foreach (var (name, address, status) in All)
                pages.Add(name, address, status);
            return pages;
        }
    }
}

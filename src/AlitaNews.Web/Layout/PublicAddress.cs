using AlitaNews.Store.Pages;

namespace AlitaNews.Web.Layout;

/// <summary>Addresses as the outside knows them: absolute, escaped. What canonical links, feeds, sitemaps and structured data say must be the same text.</summary>
public static class PublicAddress
{
    /// <summary>A path as addresses write it: letters of other scripts escaped, its query and fragment as they are.</summary>
    /// <param name="path">Root-relative and decoded; one that is absolute already stays.</param>
    public static string Escape(string path)
    {
        if (!path.StartsWith('/'))
            return Uri.TryCreate(path, UriKind.Absolute, out var elsewhere) ? elsewhere.AbsoluteUri : path;
        var end = path.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? new PathString(path).ToUriComponent() : new PathString(path[..end]).ToUriComponent() + path[end..];
    }

    /// <summary>An address of this site with its origin; one of another site stays.</summary>
    /// <param name="frame">Knows the origin.</param>
    /// <param name="path">Root-relative, decoded.</param>
    public static string AddressOf(this SiteFrame frame, string path) => path.StartsWith('/') ? frame.BaseUrl + Escape(path) : Escape(path);

    /// <summary>The same for an address that is escaped already, as pictures' are.</summary>
    public static string EscapedAddressOf(this SiteFrame frame, string path) => path.StartsWith('/') ? frame.BaseUrl + path : path;
}

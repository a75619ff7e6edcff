namespace AlitaNews.Store.Sitemaps;

/// <summary>One part of the sitemap, as the index names it.</summary>
/// <param name="Name">Its name without number and ending: <c>articles-2024-02</c>, <c>claims</c> …</param>
/// <param name="Count">How many addresses it has.</param>
/// <param name="Updated">When the newest of them last changed, or null.</param>
public sealed record SitemapPart(string Name, int Count, DateTimeOffset? Updated);

/// <summary>An address in a sitemap. Immutable.</summary>
/// <param name="Path">Root-relative, decoded.</param>
/// <param name="Updated">When its page last changed for readers, or null where nobody can say.</param>
/// <param name="Pictures">Addresses of its pictures: root-relative, escaped.</param>
public sealed record SitemapEntry(string Path, DateTimeOffset? Updated, IReadOnlyList<string> Pictures);

using AlitaNews.Newsroom.Articles;
using AlitaNews.Store.Claims;

namespace AlitaNews.Store.Articles;

/// <summary>What stands where an article stood (<c>web.md</c> section 1, Removal). Immutable.</summary>
/// <param name="Edition">The edition that this was read from.</param>
/// <param name="Title">The headline it had.</param>
/// <param name="Removal">When it went, and why.</param>
/// <param name="Claims">Its claims that live on.</param>
public sealed record RemovedPage(long Edition, string Title, Removal Removal, IReadOnlyList<ClaimSummary> Claims);

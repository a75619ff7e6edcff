namespace AlitaNews.Store.Pages;

/// <summary>Where a page of a list begins.</summary>
internal static class PageStart
{
    /// <summary>How many items stand before it; a page far past the end begins past the end.</summary>
    /// <param name="page">From 1: whatever number an address has.</param>
    /// <param name="itemsAPage">How many items a page has.</param>
    public static int Of(int page, int itemsAPage) => (int)Math.Min(int.MaxValue, (page - 1L) * itemsAPage);
}

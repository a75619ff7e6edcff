namespace AlitaNews.Store.Pages;

/// <summary>How many pages a list has.</summary>
internal static class PageCount
{
    /// <summary>The number of pages, at least 1: an empty list has a first page.</summary>
    public static int Of(long items, int itemsAPage) => (int)Math.Max(1, (items + itemsAPage - 1) / itemsAPage);
}

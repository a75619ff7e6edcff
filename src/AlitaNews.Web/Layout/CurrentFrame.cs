using AlitaNews.Store.Pages;

namespace AlitaNews.Web.Layout;

/// <summary>The frame of the edition that is shown. Set before the edition moves; safe for use by several threads.</summary>
public sealed class CurrentFrame
{
    private volatile SiteFrame _frame = SiteFrame.Empty;

    /// <summary>The frame; <see cref="SiteFrame.Empty"/> before an edition is loaded.</summary>
    public SiteFrame Frame
    {
        get => _frame;
        set => _frame = value;
    }
}

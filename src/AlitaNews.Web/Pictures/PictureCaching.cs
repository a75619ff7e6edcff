namespace AlitaNews.Web.Pictures;

/// <summary><c>Cache-Control</c> of what is drawn or scaled.</summary>
public static class PictureCaching
{
    /// <summary>For addresses that hold a fingerprint: what stands there never changes.</summary>
    public const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>For what stands in for something better that is still to come.</summary>
    public const string AskAgain = "no-cache";
}

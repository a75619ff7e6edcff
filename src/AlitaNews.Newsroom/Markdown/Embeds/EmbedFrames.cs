namespace AlitaNews.Newsroom.Markdown.Embeds;

/// <summary>What a page must be allowed to show once a reader opens an embed in place.</summary>
public static class EmbedFrames
{
    internal const string Attribute = "data-embed-src";

    /// <summary>Every origin that a facade can open a frame of.</summary>
    public static IReadOnlyList<string> Origins { get; } =
    [
        "https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://www.tiktok.com", "https://open.spotify.com", "https://www.dailymotion.com",
    ];

    /// <summary>Whether a body has a facade that opens in place.</summary>
    /// <param name="html">A stored body.</param>
    public static bool AreIn(string html) => html.Contains($" {Attribute}=\"", StringComparison.Ordinal);
}

using AlitaNews.Newsroom.Markdown.Links;

namespace AlitaNews.Newsroom.Markdown.Embeds;

/// <summary>The sites whose pages and frames are understood. Everything else is a link, or for a frame an error.</summary>
internal static class EmbedProviders
{
    /// <summary>The embed that an address stands for, be it of a page or of a frame, or null.</summary>
    public static Embed? Find(string address)
    {
        if (LinkTarget.Read(address, "") is not { Kind: LinkKind.External } target || LinkTarget.HostOf(target.Value) is not { } host)
            return null;
        if (host.StartsWith("www.", StringComparison.Ordinal))
            host = host[4..];
        if (host.StartsWith("m.", StringComparison.Ordinal))
            host = host[2..];
        var parts = PathOf(target.Value);
        return host switch
        {
            "youtube.com" or "youtube-nocookie.com" => YouTubePage(target.Value, parts),
            "youtu.be" => parts is [var id, ..] ? FromShortcode("youtube", id) : null,
            "vimeo.com" => parts is [.., var id] && IsNumber(id) ? FromShortcode("vimeo", id) : null,
            "player.vimeo.com" => parts is ["video", var id, ..] ? FromShortcode("vimeo", id) : null,
            "twitter.com" or "x.com" => parts is [var user, "status" or "statuses", var id, ..] && IsNumber(id)
                ? new Embed("x", "X", "Post", $"https://x.com/{user}/status/{id}", null)
                : null,
            "instagram.com" => parts is ["p" or "reel" or "tv", var id, ..] ? FromShortcode("instagram", id) : null,
            "tiktok.com" => parts is [['@', ..], "video", var id, ..] && IsNumber(id)
                ? new Embed("tiktok", "TikTok", "Video", Page(target.Value), $"https://www.tiktok.com/embed/v2/{id}")
                : null,
            "open.spotify.com" => Spotify(parts),
            "soundcloud.com" => parts.Length >= 2 ? new Embed("soundcloud", "SoundCloud", "Sound", Page(target.Value), null) : null,
            "bsky.app" => parts is ["profile", _, "post", _]
                ? new Embed("bluesky", "Bluesky", "Post", Page(target.Value), null)
                : null,
            "reddit.com" => parts is ["r", _, "comments", ..] ? new Embed("reddit", "Reddit", "Post", Page(target.Value), null) : null,
            "facebook.com" => parts is [_, "posts" or "videos", ..]
                ? new Embed("facebook", "Facebook", "Post", Page(target.Value), null)
                : null,
            "dailymotion.com" => Dailymotion(parts is ["embed", ..] ? parts[1..] : parts),
            _ => null,
        };
    }

    /// <summary>The embed that a shortcode's name and id stand for, or null.</summary>
    public static Embed? FromShortcode(string name, string id)
    {
        if (id.Contains("//", StringComparison.Ordinal))
            return Find(id);
        if (!IsId(id))
            return null;
        return name switch
        {
            "youtube" => new Embed(
                "youtube", "YouTube", "Video", $"https://www.youtube.com/watch?v={id}", $"https://www.youtube-nocookie.com/embed/{id}"),
            "vimeo" => new Embed("vimeo", "Vimeo", "Video", $"https://vimeo.com/{id}", $"https://player.vimeo.com/video/{id}"),
            "tweet" or "twitter" or "x" => new Embed("x", "X", "Post", $"https://x.com/i/status/{id}", null),
            "instagram" => new Embed("instagram", "Instagram", "Post", $"https://www.instagram.com/p/{id}/", null),
            "gist" => new Embed("gist", "GitHub", "Code", $"https://gist.github.com/{id}", null),
            _ => null,
        };
    }

    private static Embed? YouTubePage(string url, string[] parts)
    {
        if (parts is ["watch"])
            return Query(url, "v") is { } video ? FromShortcode("youtube", video.Split('?')[0]) : null; // a second question mark is a slip that YouTube forgives
        if (parts is ["playlist"] or ["embed", "videoseries"])
        {
            return Query(url, "list") is { } list && IsId(list)
                ? new Embed(
                    "youtube",
                    "YouTube",
                    "Playlist",
                    $"https://www.youtube.com/playlist?list={list}",
                    $"https://www.youtube-nocookie.com/embed/videoseries?list={list}")
                : null;
        }

        return parts is ["embed" or "shorts" or "live" or "v", var id, ..] ? FromShortcode("youtube", id) : null;
    }

    private static Embed? Spotify(string[] parts)
    {
        if (parts is ["embed", ..])
            parts = parts[1..];
        return parts is [("track" or "album" or "playlist" or "episode" or "show" or "artist") and var what, var id, ..] && IsId(id)
            ? new Embed("spotify", "Spotify", "Sound", $"https://open.spotify.com/{what}/{id}", $"https://open.spotify.com/embed/{what}/{id}")
            : null;
    }

    private static Embed? Dailymotion(string[] parts) => parts is ["video", var id, ..] && IsId(id)
        ? new Embed(
            "dailymotion", "Dailymotion", "Video", $"https://www.dailymotion.com/video/{id}", $"https://www.dailymotion.com/embed/video/{id}")
        : null;

    private static string[] PathOf(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        var slash = url.IndexOf('/', start);
        if (slash < 0)
            return [];
        var end = url.AsSpan(slash).IndexOfAny("?#");
        var path = end < 0 ? url[slash..] : url.Substring(slash, end);
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Page(string url)
    {
        var end = url.AsSpan().IndexOfAny("?#");
        return end < 0 ? url : url[..end];
    }

    private static string? Query(string url, string name)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
            return null;
        var text = url[(query + 1)..];
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        foreach (var pair in (hash < 0 ? text : text[..hash]).Split('&'))
        {
            if (pair.StartsWith(name + "=", StringComparison.Ordinal))
                return pair[(name.Length + 1)..];
        }

        return null;
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 30 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsId(string text)
    {
        if (text.Length is 0 or > 100)
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '/'))
                return false;
        }

        return true;
    }
}

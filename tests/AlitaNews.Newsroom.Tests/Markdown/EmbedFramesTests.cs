using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Markdown.Embeds;

namespace AlitaNews.Newsroom.Tests.Markdown;

public sealed class EmbedFramesTests
{
    [Theory]
    [InlineData("https://www.youtube.com/watch?v=abcdefghijk")]
    [InlineData("https://www.youtube.com/playlist?list=abcdefghijk")]
    [InlineData("https://vimeo.com/123456")]
    [InlineData("https://www.tiktok.com/@somebody/video/123456")]
    [InlineData("https://open.spotify.com/track/abc123")]
    [InlineData("https://www.dailymotion.com/video/abc123")]
    public void A_frame_comes_from_an_origin_on_the_list(string address)
    {
        var html = MarkdownCase.Compile(address + "\n").Body.Html;

        Assert.True(EmbedFrames.AreIn(html));
        var frame = Regex.Match(html, " data-embed-src=\"([^\"]+)\"").Groups[1].Value;
        Assert.Contains(new Uri(frame).GetLeftPart(UriPartial.Authority), EmbedFrames.Origins);
    }

    [Fact]
    public void A_provider_without_frames_needs_no_permission() =>
        Assert.False(EmbedFrames.AreIn(MarkdownCase.Compile("https://x.com/somebody/status/123456\n").Body.Html));
}

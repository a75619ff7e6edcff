using System.Text.RegularExpressions;

namespace AlitaNews.Site.Tests.House;

/// <summary>The content security policy allows no inline script and no inline style, so no view may have one.</summary>
public sealed partial class ViewTests
{
    [Fact]
    public void No_view_has_inline_script_or_style() => Assert.Empty(SourceTree
        .ReadAll(["src"], ".cshtml")
        .SelectMany(static file => Inline().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}")));

    [Theory]
    [InlineData("<p style=\"color:red\">", true)]
    [InlineData("<p class=a\n style='x'>", true)]
    [InlineData("<style>p { }</style>", true)]
    [InlineData("<script>go()</script>", true)]
    [InlineData("<script type=\"module\">go()</script>", true)]
    [InlineData("<a onclick=\"go()\">", true)]
    [InlineData("<script type=\"module\" src=\"/theme.js\"></script>", false)]
    [InlineData("<script type=\"application/ld+json\">{}</script>", false)]
    [InlineData("<p data-style=\"plain\" class=\"style\">on=1</p>", false)]
    public void Inline_script_or_style_is_found(string markup, bool found) => Assert.Equal(found, Inline().IsMatch(markup));

    [GeneratedRegex("""<style\b|<script\b(?![^>]*(?:\ssrc=|application/ld\+json))[^>]*>|<[a-z][^<>]*\s(?:style|on[a-z]+)\s*=""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}

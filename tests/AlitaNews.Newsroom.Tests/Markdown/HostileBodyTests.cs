using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Markdown;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Markdown;

/// <summary>No content runs as script, whatever is written.</summary>
public sealed partial class HostileBodyTests
{
    [Fact]
    public void There_are_more_than_seven_hundred_hostile_snippets() => Assert.True(HostileSnippets.All.Count > 700);

    [Fact]
    public void No_hostile_snippet_leaves_anything_that_could_run()
    {
        foreach (var snippet in HostileSnippets.All)
            AssertHarmless(snippet);
    }

    [Fact]
    public void No_mixture_of_hostile_snippets_leaves_anything_that_could_run() =>
        Gen.Select(Gen.OneOf([.. HostileSnippets.All]).Array[2, 5], Gen.OneOf("\n\n", "\n", " ", "", "\n> ", "\n- ", "</b>", "<div>"))
            .Sample((parts, glue) => AssertHarmless(string.Join(glue, parts)), iter: 3000);

    [Fact]
    public void No_mutation_of_a_hostile_snippet_leaves_anything_that_could_run() =>
        Gen.Select(Gen.OneOf([.. HostileSnippets.All]), Gen.Int[0, 400], Gen.OneOf("<", ">", "\"", "'", "&", "`", "\n", "\0", "\\", "[", "](", "{", "}", "|", "/", "\u202E", "<b>", "-->"), Gen.Int[0, 3])
            .Sample((snippet, at, insert, cut) => AssertHarmless(Mutate(snippet, at, insert, cut)), iter: 3000);

    [Fact]
    public void Words_between_hostile_snippets_are_not_lost() =>
        Gen.OneOf([.. HostileSnippets.All]).Where(static s => !HidesTheRest().IsMatch(s)).Sample(
            snippet => Assert.Contains("unmistakable", MarkdownCase.Compile("Before.\n\n" + snippet + "\n\nunmistakable\n").Body.Html, StringComparison.Ordinal),
            iter: 1500);

    [Fact]
    public void A_standfirst_is_as_safe_as_a_body()
    {
        foreach (var snippet in HostileSnippets.All)
            AssertHarmless(snippet, NewsMarkdown.InlineHtml(snippet));
    }

    private static string Mutate(string snippet, int at, string insert, int cut)
    {
        var start = Math.Min(at, snippet.Length);
        var end = Math.Min(start + cut, snippet.Length);
        return snippet[..start] + insert + snippet[end..];
    }

    private static void AssertHarmless(string text)
    {
        var (body, problems) = MarkdownCase.Compile(text);
        AssertHarmless(text, body.Html);
        foreach (var figure in body.Figures)
        {
            AssertHarmless(text, figure.CaptionHtml ?? "");
            Assert.True(figure.Link is null || figure.Link.StartsWith('/') || figure.Link.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                || figure.Link.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase), figure.Link);
        }

        Assert.DoesNotContain(problems.Items, static problem => problem.Code == "AN0507");
    }

    private static void AssertHarmless(string text, string html)
    {
        var markers = new System.Text.StringBuilder();
        foreach (var part in BodyMarkup.Read(html))
            markers.Append(part.Html);
        var visible = markers.ToString();
        Assert.False(visible.Contains('\u0002', StringComparison.Ordinal) || visible.Contains('\u0003', StringComparison.Ordinal), Say(text, html));
        foreach (Match tag in Tag().Matches(visible))
        {
            Assert.True(Allowed().IsMatch(tag.Value), Say(text, tag.Value));
            foreach (Match attribute in Attribute().Matches(tag.Value))
            {
                var name = attribute.Groups[1].Value;
                Assert.False(name.StartsWith("on", StringComparison.Ordinal) || name is "style" or "src" or "srcdoc" or "formaction", Say(text, tag.Value));
                if (name == "href")
                    Assert.Matches("^(https?://|mailto:|tel:|#|/)", attribute.Groups[2].Value);
            }
        }

        // What is no tag must not begin one.
        Assert.DoesNotContain('<', Tag().Replace(visible, ""));
    }

    private static string Say(string text, string found) => $"{found}\nfrom\n{text}";

    [GeneratedRegex("<script|<style|<svg|<!--|<\\?|<!|<xmp|<title|<textarea|<template|<iframe|<select|<math|<noscript|<object|```|{%|\u0000|:::", RegexOptions.IgnoreCase)]
    private static partial Regex HidesTheRest();

    [GeneratedRegex("</?[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")]
    private static partial Regex Tag();

    [GeneratedRegex("^</?(a|abbr|aside|b|blockquote|br|caption|cite|code|dd|del|details|div|dl|dt|em|h[2-6]|hr|i|ins|kbd|li|mark|ol|p|pre|q|s|section|small|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul)[ >]")]
    private static partial Regex Allowed();

    [GeneratedRegex("\\s([^\\s=\"'>/]+)(?:=\"([^\"]*)\")?")]
    private static partial Regex Attribute();
}

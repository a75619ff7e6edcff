using AlitaNews.Web.Pages;
using CsCheck;
using Microsoft.Extensions.Primitives;

namespace AlitaNews.Site.Tests.Pages;

public sealed class ETagTests
{
    [Theory]
    [InlineData("\"a-br\"", true)]
    [InlineData("W/\"a-br\"", true)]
    [InlineData("\"x\", \"a-br\"", true)]
    [InlineData("\"x,y\",W/\"a-br\"", true)]
    [InlineData(" , \"x\" , , \"a-br\"", true)]
    [InlineData("*", true)]
    [InlineData(" * ", true)]
    [InlineData("\"a\"", false)]
    [InlineData("\"a-gz\"", false)]
    [InlineData("a-br", false)]
    [InlineData("\"a-br", false)]
    [InlineData("\"x\" * ", false)]
    [InlineData("\"*\"", false)]
    [InlineData("", false)]
    public void A_list_is_searched_by_weak_comparison(string header, bool expected) => Assert.Equal(expected, ETag.IsNamed(header, "\"a-br\""));

    [Fact]
    public void Several_lines_are_one_list() => Assert.True(ETag.IsNamed(new StringValues(["\"x\"", "\"a\""]), "\"a\""));

    [Fact]
    public void A_tag_is_found_in_any_list_that_has_it()
    {
        var word = Gen.Char["abc,-/ W*"].Array[0, 8].Select(c => new string(c));
        Gen.Select(word.Array[0, 5], word, Gen.Int[0, 5]).Sample((others, tag, at) =>
        {
            var list = others.ToList();
            list.Insert(Math.Min(at, list.Count), tag);
            return ETag.IsNamed(string.Join(", ", list.Select((w, i) => (i % 2 == 0 ? "W/" : "") + $"\"{w}\"")), $"\"{tag}\"");
        });
    }

    [Fact]
    public void A_tag_is_not_found_in_a_list_without_it() =>
        Gen.Char["abc,-/ W*"].Array[0, 8].Select(c => new string(c)).Array[0, 5]
            .Sample(others => !ETag.IsNamed(string.Join(",", others.Select(w => $"\"{w}\"")), "\"another tag\""));

    [Fact]
    public void The_same_bytes_have_the_same_tag_and_other_bytes_another()
    {
        Assert.Equal(ETag.HashOf("page"u8), ETag.HashOf("page"u8));
        Assert.NotEqual(ETag.HashOf("page"u8), ETag.HashOf("Page"u8));
        Assert.Equal("\"1\"", ETag.Of("1", Coding.Identity));
        Assert.Equal("\"1-gz\"", ETag.Of("1", Coding.Gzip));
        Assert.Equal("\"1-br\"", ETag.Of("1", Coding.Brotli));
    }
}

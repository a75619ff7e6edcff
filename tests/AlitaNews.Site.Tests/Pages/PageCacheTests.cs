using System.Text;
using AlitaNews.Web.Pages;

namespace AlitaNews.Site.Tests.Pages;

public sealed class PageCacheTests
{
    private const int Bound = 100 * 1024;

    [Fact]
    public void A_page_of_another_edition_is_not_found_but_remembered()
    {
        var cache = new PageCache(Bound);
        cache.Keep(Key(1), Page("one", edition: 1));
        Assert.NotNull(cache.Find(Key(1), new(1)));
        Assert.Null(cache.Find(Key(1), new(2)));
        Assert.NotNull(cache.FindLast(Key(1)));
    }

    [Fact]
    public void An_old_fill_that_ends_late_does_not_win()
    {
        var cache = new PageCache(Bound);
        cache.Keep(Key(1), Page("new", edition: 2));
        cache.Keep(Key(1), Page("old", edition: 1));
        Assert.NotNull(cache.Find(Key(1), new(2)));
    }

    [Fact]
    public void When_the_numbers_begin_again_a_page_of_a_number_to_come_is_only_the_last_that_was_seen()
    {
        var cache = new PageCache(Bound);
        cache.Keep(Key(1), Page("of the lost edition", edition: 7));
        cache.Outdate();
        Assert.Null(cache.Find(Key(1), new(7)));
        Assert.NotNull(cache.FindLast(Key(1)));
        cache.Keep(Key(1), Page("of the new one", edition: 6));
        Assert.NotNull(cache.Find(Key(1), new(6)));
    }

    [Fact]
    public void The_bound_holds_however_many_pages_come()
    {
        var cache = new PageCache(Bound);
        for (var i = 0; i < 2_000; i++)
        {
            cache.Keep(Key(i), Page(new string('x', 1_000), edition: 1));
            cache.In(Key(i), cache.FindLast(Key(i))!, Coding.Gzip);
            Assert.InRange(cache.Bytes, 0, Bound);
        }

        Assert.InRange(cache.Count, 10, 100);
    }

    [Fact]
    public void A_page_that_is_read_outlives_those_that_are_not()
    {
        var cache = new PageCache(Bound);
        cache.Keep(Key(-1), Page("read", edition: 1));
        for (var i = 0; i < 500; i++)
        {
            cache.FindLast(Key(-1))!.Read = true;
            cache.Keep(Key(i), Page(new string('x', 1_000), edition: 1));
        }

        Assert.NotNull(cache.Find(Key(-1), new(1)));
    }

    [Fact]
    public void Replacing_a_page_over_and_over_takes_no_more_room()
    {
        var cache = new PageCache(Bound);
        cache.Keep(Key(1), Page("0", edition: 1));
        var once = cache.Bytes;
        for (var i = 1; i < 10; i++)
            cache.Keep(Key(1), Page($"{i}", edition: 1 + i));
        Assert.Equal(once, cache.Bytes);
        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public void A_page_that_would_push_out_all_others_is_not_kept()
    {
        var cache = new PageCache(Bound);
        cache.Keep(Key(1), Page(new string('x', Bound / 2), edition: 1));
        Assert.Equal(0, cache.Count);
        Assert.Equal(0, cache.Bytes);
    }

    [Theory]
    [InlineData(Coding.Identity)]
    [InlineData(Coding.Gzip)]
    [InlineData(Coding.Brotli)]
    public void Every_coding_can_be_made_from_any_other_and_keeps_its_tag(Coding first)
    {
        var cache = new PageCache(Bound);
        var page = Page("the text of a page", edition: 1, first);
        cache.Keep(Key(1), page);
        foreach (var coding in Enum.GetValues<Coding>())
        {
            var tag = cache.In(Key(1), page, coding).Tag;
            cache.Improve(Key(1), page, coding);
            Assert.Equal(tag, cache.In(Key(1), page, coding).Tag);
        }

        Assert.Equal("the text of a page", Encoding.UTF8.GetString(page.Make(Coding.Identity, default).Bytes));
    }

    [Fact]
    public void A_large_page_is_compressed_with_care_from_its_first_reader_on_and_once_as_well_as_can_be()
    {
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(static i => $"<p>{i * i % 977} rumours of {i % 89} sources</p>\n"));
        var page = Page(text, edition: 1, Coding.Brotli);
        using var fastest = new MemoryStream();
        using (var writer = new System.IO.Compression.BrotliStream(fastest, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            writer.Write(Encoding.UTF8.GetBytes(text));
        var first = page.Find(Coding.Brotli)!.Bytes.Length;
        Assert.True(first < fastest.Length * 9 / 10, $"{first} of {fastest.Length} bytes");

        page.Make(Coding.Brotli, System.IO.Compression.CompressionLevel.SmallestSize);
        Assert.True(page.Find(Coding.Brotli)!.Bytes.Length < first);
        var same = new PageEntry(Encoding.UTF8.GetBytes(text), Coding.Brotli, new PageFacts(new(2), DateTimeOffset.UnixEpoch), "text/html", page);
        var other = new PageEntry(Encoding.UTF8.GetBytes(text + "!"), Coding.Brotli, new PageFacts(new(2), DateTimeOffset.UnixEpoch), "text/html", page);
        Assert.Equal((true, false), (same.Improving, other.Improving));
    }

    private static PageKey Key(int i) => new($"/news/{i}", string.Empty);

    private static PageEntry Page(string text, long edition, Coding asked = Coding.Identity) =>
        new(Encoding.UTF8.GetBytes(text), asked, new PageFacts(new(edition), DateTimeOffset.UnixEpoch), "text/html", before: null);
}

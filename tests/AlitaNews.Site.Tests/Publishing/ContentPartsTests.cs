using AlitaNews.Web.Publishing;

namespace AlitaNews.Site.Tests.Publishing;

/// <summary>How much of a round is held at a time: many small files, or a few that are as large as a file may be.</summary>
public sealed class ContentPartsTests
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public void Small_files_are_read_a_thousand_at_a_time() =>
        Assert.Equal([1000, 1000, 500], Divide(2500, "md", 8 * 1024).Select(static part => part.Length));

    [Fact]
    public void Of_the_largest_files_four_are_read_at_a_time() =>
        Assert.Equal([4, 4, 2], Divide(10, "md", 4 * MiB).Select(static part => part.Length));

    [Fact]
    public void A_file_that_is_larger_than_a_part_has_one_of_its_own() =>
        Assert.Equal([1, 1, 1], Divide(3, "md", 100 * MiB).Select(static part => part.Length));

    [Fact]
    public void Pictures_do_not_count_since_only_their_headers_are_kept() =>
        Assert.Equal([1000, 200], Divide(1200, "jpg", 20 * MiB).Select(static part => part.Length));

    [Fact]
    public void Every_file_is_in_one_part_and_in_its_order()
    {
        var files = List(2500, "md", 64 * 1024);
        Assert.Equal(files, ContentRound.Divide(files).SelectMany(static part => part));
    }

    private static IEnumerable<FoundFile[]> Divide(int count, string ending, long size) => ContentRound.Divide(List(count, ending, size));

    private static List<FoundFile> List(int count, string ending, long size) =>
        [.. Enumerable.Range(0, count).Select(i => new FoundFile($"articles/film/{i:D5}.{ending}", new FileStamp(size, 0, 0, i)))];
}

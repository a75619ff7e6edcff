using AlitaNews.Web.Publishing;

namespace AlitaNews.Site.Tests.Live;

public sealed class QuarantineTests
{
    [Fact]
    public void The_one_file_that_no_round_can_be_written_with_is_found_and_the_others_pass()
    {
        var quarantine = new Quarantine();
        var left = Enumerable.Range(0, 100).Select(static i => new FoundFile($"{i:000}.md", new FileStamp(i, 0, 0, 0))).ToList();
        var bad = left[37];
        for (var round = 0; left.Count > 0; round++)
        {
            Assert.InRange(round, 0, 40);
            var tried = quarantine.Choose(left);
            if (tried.Contains(bad) && !quarantine.Refuses(bad))
            {
                quarantine.Failed(tried);
                continue;
            }

            quarantine.Passed(tried);
            left.RemoveAll(tried.Contains);
        }

        Assert.True(quarantine.Refuses(bad));
        Assert.False(quarantine.Refuses(bad with { Stamp = new FileStamp(1, 2, 3, 4) }));
        Assert.False(quarantine.Refuses(new FoundFile("036.md", new FileStamp(36, 0, 0, 0))));
    }
}

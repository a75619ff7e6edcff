using AlitaNews.Newsroom;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Site.Tests.Live;

public sealed class MissingFilesTests
{
    private readonly Stopped _time = new();
    private readonly KnownFiles _known = new();

    public MissingFilesTests() => _known.Put(Seen("articles/x.md", size: 100, inode: 7));

    [Fact]
    public void A_missing_file_counts_as_gone_after_a_moment_only()
    {
        var missing = new MissingFiles(_time);
        Assert.Empty(missing.ListGone(Look(), _known));
        Assert.Equal(TimeSpan.FromMilliseconds(400), missing.LookAgainAfter);
        _time.Passed += TimeSpan.FromMilliseconds(300);
        Assert.Empty(missing.ListGone(Look(), _known));
        Assert.Equal(TimeSpan.FromMilliseconds(100), missing.LookAgainAfter);
        _time.Passed += TimeSpan.FromMilliseconds(100);
        Assert.Equal(["articles/x.md"], missing.ListGone(Look(), _known));
        Assert.Null(missing.LookAgainAfter);
        Assert.Empty(missing.Waiting);
    }

    [Fact]
    public void The_moment_begins_anew_once_the_file_was_seen_again()
    {
        var missing = new MissingFiles(_time);
        missing.ListGone(Look(), _known);
        _time.Passed += TimeSpan.FromMilliseconds(300);
        missing.ListGone(new FolderDifference([], []), _known);
        _time.Passed += TimeSpan.FromMilliseconds(300);
        Assert.Empty(missing.ListGone(Look(), _known));
    }

    [Theory]
    [InlineData("articles/y.md", 5, 7, true)] // the same inode: renamed
    [InlineData("articles/y.md", 100, 9, true)] // the same length: copied under another name
    [InlineData("articles/film/x.md", 5, 9, true)] // the same name: moved and edited
    [InlineData("articles/x/index.md", 5, 9, true)] // a bundle of the same name
    [InlineData("articles/y.md", 5, 9, false)] // somebody else's new file
    public void A_file_that_evidently_moved_is_gone_at_once(string path, long size, long inode, bool moved)
    {
        var newcomer = new FoundFile(path, new FileStamp(size, 0, 0, inode));
        Assert.Equal(moved, new MissingFiles(_time).ListGone(Look(newcomer), _known).Count == 1);
    }

    [Fact]
    public void What_cannot_be_looked_at_is_not_missing()
    {
        Assert.Empty(_known.CompareAll([], [Locked("articles")]).Missing);
        Assert.Equal(["articles/x.md"], _known.CompareAll([], [Locked("articles/film")]).Missing);
        Assert.Empty(_known.ComparePaths(["articles/x.md"], [], [Locked("articles")]).Missing);
    }

    private static UnreadablePath Locked(string path) => new(path, "locked");

    private static FolderDifference Look(params FoundFile[] changed) => new(changed, ["articles/x.md"]);

    private static SeenFile Seen(string path, long size, long inode) => new()
    {
        Path = path,
        Kind = FileKind.Article,
        Size = size,
        Inode = inode,
        State = FileState.Live,
        FirstSeen = default,
        LastSeen = default,
    };

    private sealed class Stopped : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}

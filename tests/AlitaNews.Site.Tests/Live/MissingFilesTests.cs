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
        Assert.Empty(missing.Sift(Look(), _known).Missing);
        Assert.Equal(TimeSpan.FromMilliseconds(400), missing.LookAgainAfter);
        _time.Passed += TimeSpan.FromMilliseconds(300);
        Assert.Empty(missing.Sift(Look(), _known).Missing);
        Assert.Equal(TimeSpan.FromMilliseconds(100), missing.LookAgainAfter);
        _time.Passed += TimeSpan.FromMilliseconds(100);
        Assert.Equal(["articles/x.md"], missing.Sift(Look(), _known).Missing);
        Assert.Null(missing.LookAgainAfter);
        Assert.Empty(missing.Waiting);
    }

    [Fact]
    public void The_moment_begins_anew_once_the_file_was_seen_again()
    {
        var missing = new MissingFiles(_time);
        missing.Sift(Look(), _known);
        _time.Passed += TimeSpan.FromMilliseconds(300);
        missing.Sift(new FolderDifference([], []), _known);
        _time.Passed += TimeSpan.FromMilliseconds(300);
        Assert.Empty(missing.Sift(Look(), _known).Missing);
    }

    [Fact]
    public void A_file_with_nothing_in_it_any_more_is_being_written_until_a_moment_has_passed()
    {
        var missing = new MissingFiles(_time);
        var emptied = new FolderDifference([new FoundFile("articles/x.md", new FileStamp(0, 0, 0, 7)), new FoundFile("articles/new.md", new FileStamp(0, 0, 0, 8))], []);
        Assert.Equal(["articles/new.md"], missing.Sift(emptied, _known).Changed.Select(static file => file.Path));
        Assert.Equal(["articles/x.md"], missing.Waiting);
        Assert.Equal(TimeSpan.FromMilliseconds(400), missing.LookAgainAfter);
        _time.Passed += TimeSpan.FromMilliseconds(400);
        var sifted = missing.Sift(emptied, _known);
        Assert.Equal(2, sifted.Changed.Count);
        Assert.Empty(sifted.Missing);
        Assert.Empty(missing.Waiting);
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
        Assert.Equal(moved, new MissingFiles(_time).Sift(Look(newcomer), _known).Missing.Count == 1);
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

using System.Text.Json;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Site.Tests.House;
using AlitaNews.Site.Tests.Postgres;
using AlitaNews.Store;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Publishing;
using Npgsql;

namespace AlitaNews.Site.Tests.Publishing;

/// <summary>
/// Every folder of <c>AlitaNews.Newsroom.Tests/Cases</c> that is named for a code is a small content folder, and its <c>expected.txt</c> is
/// what is said of it, by <c>check</c> and by ingest alike. What lies in <c>deleted/</c> was there once and is not any more: of that only
/// ingest can know.
/// </summary>
public sealed class DiagnosticCaseTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "tests", "AlitaNews.Newsroom.Tests", "Cases");

    public static TheoryData<string> Cases =>
        [.. Directory.GetDirectories(Folder, "AN*").Where(static path => File.Exists(Path.Combine(path, "expected.txt"))).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Check_says_what_is_expected(string code)
    {
        var found = new FolderCheck(new ContentFolder(Path.Combine(Folder, code)), new SwiftClock()).Run(CancellationToken.None);
        var expected = Directory.Exists(Path.Combine(Folder, code, "deleted")) ? "" : Expected(code);
        Assert.Equal(expected, Print(found.Findings));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Ingest_says_the_same(string code)
    {
        var folder = Directory.CreateTempSubdirectory("alita-case-").FullName;
        var cluster = await TestCluster.Running;
        var connectionString = await cluster.CreateDatabaseAsync();
        try
        {
            // What is said is asked for here, not how fast a busy machine opens a session.
            await using var database = new NewsDatabase(connectionString + ";Timeout=60");
            await using var leader = await LeaderSession.TryAcquireAsync(database, CancellationToken.None);
            var desk = new RoundDesk(new ContentFolder(folder), new FileQueries(database), new SwiftClock());
            await desk.LoadAsync(CancellationToken.None);

            Copy(Path.Combine(Folder, code), folder);
            var deleted = Path.Combine(Folder, code, "deleted");
            if (Directory.Exists(deleted))
            {
                Copy(deleted, folder);
                await IngestAsync(desk, leader!);
                foreach (var path in Directory.GetFiles(deleted, "*", SearchOption.AllDirectories))
                    File.Delete(Path.Combine(folder, Path.GetRelativePath(deleted, path)));
            }

            await IngestAsync(desk, leader!);
            await using var connection = await database.OpenReaderAsync(CancellationToken.None);
            await using var command = new NpgsqlCommand("select path, line, col, severity, code, message from problem", connection);
            await using var rows = await command.ExecuteReaderAsync();
            var problems = new List<Diagnostic>();
            while (await rows.ReadAsync())
                problems.Add(new Diagnostic(rows.GetString(0), rows.GetInt32(1), rows.GetInt32(2), Enum.Parse<Severity>(rows.GetString(3), ignoreCase: true), rows.GetString(4), rows.GetString(5)));
            Assert.Equal(Expected(code), Print(problems));

            // A start reads again what this run knows.
            var next = new RoundDesk(new ContentFolder(folder), new FileQueries(database), new SwiftClock());
            await next.LoadAsync(CancellationToken.None);
            await next.GetReadyAsync(CancellationToken.None);
            Assert.Equal(PrintFacts(desk), PrintFacts(next));
        }
        finally
        {
            await cluster.DropDatabaseAsync(connectionString);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task IngestAsync(RoundDesk desk, LeaderSession leader)
    {
        do
            await desk.RunAsync(leader, new ContentHint(Everything: true, []), CancellationToken.None);
        while (desk.LookAgainAfter is not null);
    }

    private static IEnumerable<string> PrintFacts(RoundDesk desk) =>
        desk.Index!.Live.OrderBy(static known => known.Key, StringComparer.Ordinal).Select(static known => JsonSerializer.Serialize(known.Value));

    private static string Expected(string code) => File.ReadAllText(Path.Combine(Folder, code, "expected.txt"));

    private static string Print(IEnumerable<Diagnostic> findings)
    {
        using var text = new StringWriter { NewLine = "\n" };
        TextPrinter.Print(text, findings);
        return text.ToString();
    }

    private static void Copy(string from, string to)
    {
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    /// <summary>Noon of a winter's day; every look at the stopwatch finds a second gone, so that nobody waits for a deletion to be believed.</summary>
    private sealed class SwiftClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override DateTimeOffset GetUtcNow() => new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

        public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
    }
}

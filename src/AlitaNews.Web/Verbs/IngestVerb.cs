using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using AlitaNews.Store;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Migrations;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Verbs;

/// <summary><c>ingest</c>: takes up what changed in the content folder, says what, and stops.</summary>
public static class IngestVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create()
    {
        var verb = new Command("ingest", "Takes up what changed in the content folder, says what, and stops. Takes any setting as --Key VALUE.") { TreatUnmatchedTokensAsErrors = false };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = SettingsParser.Load(SettingArguments.Of(parsed));
        ServeVerb.CheckContent(settings);
        await using var embedded = await ServeVerb.StartDatabaseAsync(settings, cancel);
        await using var database = new NewsDatabase(settings.ConnectionString ?? embedded!.ConnectionString);
        try
        {
            await Migrator.MigrateAsync(database, cancel);
            await using var leader = await LeaderSession.TryAcquireAsync(database, cancel)
                ?? throw new SettingException("Another instance ingests into this database already: what is saved in its folder is taken up by itself.");
            return await RunAsync(leader, new RoundDesk(new ContentFolder(settings.ContentFolder), new FileQueries(database), settings.StartClock()), cancel);
        }
        catch (Exception e) when (e is DbException or TimeoutException or InvalidOperationException)
        {
            throw new SettingException("The content could not be taken up: " + e.Message.ReplaceLineEndings(" "), e);
        }
    }

    // A file that is missing is looked for once more, and what a collision held may follow when that is over.
    private static async Task<int> RunAsync(LeaderSession leader, RoundDesk desk, CancellationToken cancel)
    {
        await desk.LoadAsync(cancel);
        var unchanged = true;
        do
        {
            if (await desk.RunAsync(leader, new ContentHint(Everything: true, []), cancel) is { } made)
            {
                unchanged = false;
                await TellAsync(made);
            }

            if (desk.LookAgainAfter is { } soon)
                await Task.Delay(soon, cancel);
        }
        while (desk.LookAgainAfter is not null);

        if (unchanged)
            await Console.Out.WriteLineAsync("Nothing changed.");
        return 0;
    }

    private static async Task TellAsync(RoundOutcome made)
    {
        foreach (var path in made.ChangedPaths)
            await Console.Out.WriteLineAsync("changed " + path);
        foreach (var path in made.RemovedPaths)
            await Console.Out.WriteLineAsync("removed " + path);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Edition {made.Number.Value}: {made.Changed} changed, {made.Removed} removed, {made.Problems} findings, {made.Took.TotalMilliseconds:0} ms"));
    }
}

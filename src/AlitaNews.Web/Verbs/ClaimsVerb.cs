using System.CommandLine;
using System.Data.Common;
using System.Text;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Store;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Migrations;

namespace AlitaNews.Web.Verbs;

/// <summary><c>claims</c>: lists claims as the store has them.</summary>
public static class ClaimsVerb
{
    private static readonly Option<bool> Due = new("--due") { Description = "Only open claims with a due date, the earliest first." };
    private static readonly Option<bool> Overdue = new("--overdue") { Description = "Only claims that are overdue." };
    private static readonly Option<string?> Status = new("--status") { Description = "Only claims that are shown as this: rumour, unverified, confirmed …" };

    /// <summary>Describes the verb.</summary>
    public static Command Create()
    {
        Status.AcceptOnlyFromAmong([.. ClaimVocabulary.DisplayWords.Keys.Where(static word => word != ClaimDisplay.None.Word())]);
        var verb = new Command("claims", "Lists claims: what is shown of them, when they are due, and where they are written.") { Due, Overdue, Status };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = SettingsParser.Load(SettingArguments.Of(parsed));
        await using var postgres = await ServeVerb.StartDatabaseAsync(settings, cancel);
        await using var news = new NewsDatabase(settings.ConnectionString ?? postgres!.ConnectionString);
        var wanted = new ClaimFilter
        {
            Status = parsed.GetValue(Status) is { } word ? ClaimVocabulary.FindDisplay(word) : null,
            Due = parsed.GetValue(Overdue) ? DueFilter.Overdue : null,
        };
        try
        {
            await Migrator.MigrateAsync(news, cancel);
            var claims = await new ClaimListQueries(news).ListAsync(wanted, parsed.GetValue(Due), settings.StartClock().GetUtcNow(), cancel);
            if (claims is null)
                await Console.Error.WriteLineAsync("Nothing is ingested yet: run serve or ingest first.");
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            Print(output, claims ?? []);
            return 0;
        }
        catch (Exception e) when (e is DbException or TimeoutException or InvalidOperationException)
        {
            throw new SettingException($"The database cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>One line a claim: due date, state with flags, id, sentence, place.</summary>
    /// <param name="output">Takes the lines.</param>
    /// <param name="claims">The claims, in their order.</param>
    internal static void Print(TextWriter output, IReadOnlyCollection<ListedClaim> claims)
    {
        var rows = claims.Select(static claim => (Due: claim.Due ?? "-", State: StateOf(claim), claim.Id, claim.Text, Place: claim.Path is null ? "-" : $"{claim.Path}:{claim.Line}")).ToList();
        var due = rows.Select(static row => row.Due.Length).DefaultIfEmpty().Max();
        var state = rows.Select(static row => row.State.Length).DefaultIfEmpty().Max();
        var id = rows.Select(static row => row.Id.Length).DefaultIfEmpty().Max();
        foreach (var row in rows)
            output.Write($"{row.Due.PadRight(due)}  {row.State.PadRight(state)}  {row.Id.PadRight(id)}  {row.Text}  {row.Place}\n");
    }

    private static string StateOf(ListedClaim claim)
    {
        var shown = claim.Display.Word();
        return string.Join(',', claim.Flags.Words().Where(flag => flag != shown).Prepend(shown));
    }
}

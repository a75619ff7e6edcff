using System.CommandLine;

namespace AlitaNews.Web.Verbs;

/// <summary><c>health</c>: asks the running instance whether it is ready.</summary>
public static class HealthVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Describes the verb.</summary>
    public static Command Create()
    {
        var verb = new Command("health", "Asks the running instance's /readyz; exit code 0 when it is ready, 1 when not.") { TreatUnmatchedTokensAsErrors = false };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var listeners = new Listeners(SettingsParser.Load(SettingArguments.Of(parsed)));
        using var client = new HttpClient { Timeout = Patience };
        var address = listeners.ManagementAddress + "/readyz";
        try
        {
            using var answer = await client.GetAsync(address, cancel);
            if (answer.IsSuccessStatusCode)
            {
                await Console.Out.WriteLineAsync("ready");
                return 0;
            }

            await Console.Error.WriteLineAsync($"not ready: {address} answers {(int)answer.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"not ready: {address} does not answer");
        }

        return CommandLine.Failed;
    }
}

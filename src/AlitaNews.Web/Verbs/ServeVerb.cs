using System.CommandLine;

namespace AlitaNews.Web.Verbs;

/// <summary><c>serve</c>: database, ingest and site, until it is told to stop.</summary>
public static class ServeVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create()
    {
        var verb = new Command("serve", "Starts everything and serves the site. Takes any setting as --Key VALUE, for example --Alita:Content PATH or --urls http://127.0.0.1:5080.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    /// <summary>Runs the site.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="SettingException">A setting is wrong, or a port is taken.</exception>
    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var site = SiteHost.Create(SettingArguments.Of(parsed));
        try
        {
            await site.StartAsync(cancel);
        }
        catch (IOException e)
        {
            throw new SettingException(e.Message.ReplaceLineEndings(" "), e);
        }

        await site.WaitForShutdownAsync(cancel);
        return 0;
    }
}

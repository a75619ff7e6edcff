using System.CommandLine;
using System.CommandLine.Invocation;

namespace AlitaNews.Web.Verbs;

/// <summary>The verbs of the program (<c>web.md</c>, section 9) and their exit codes: 0, 1 (the content failed), 2 (wrong use, or broken surroundings).</summary>
public static class CommandLine
{
    /// <summary>The exit code for content that has errors, or an instance that is not ready.</summary>
    public const int Failed = 1;

    /// <summary>The exit code for wrong use and broken surroundings.</summary>
    public const int Unusable = 2;

    /// <summary>Runs the verb that the arguments name, <c>serve</c> where they name none.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("AlitaNews: a newspaper made of Markdown files.")
        {
            ServeVerb.Create(), CheckVerb.Create(), NewVerb.Create(), IngestVerb.Create(), ClaimsVerb.Create(), HealthVerb.Create(),
        };

        // Without a verb the program serves; what stands behind is checked there.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancel) => ServeVerb.RunAsync(parsed, cancel));

        // A file named by @file on the command line is nobody's wish here.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            if (parsed.Action is ParseErrorAction)
                throw new SettingException(OneLine(parsed.Errors[0].Message));
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
            });
        }
        catch (SettingException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Unusable;
        }
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

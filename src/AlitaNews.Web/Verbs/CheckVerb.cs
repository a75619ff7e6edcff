using System.CommandLine;
using System.Reflection;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Verbs;

/// <summary><c>check</c>: compiles a content folder and prints what is wrong with it. Needs no database and no network.</summary>
public static class CheckVerb
{
    private static readonly Argument<string[]> Folder = new("folder")
    {
        Description = "The content folder; without it, the configured one.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Format = new("--format") { Description = "How findings are printed.", DefaultValueFactory = static _ => "text" };
    private static readonly Option<bool> Strict = new("--strict") { Description = "Warnings fail, too." };

    private static readonly Option<bool> Fix = new("--fix") { Description = "Mends first what is safe to mend, and says what." };

    /// <summary>Describes the verb.</summary>
    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
        var verb = new Command("check", "Compiles a content folder and prints what is wrong; exit code 0 without errors, 1 with, 2 where the folder cannot be read.") { Folder, Format, Strict, Fix };
        verb.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel)));
        return verb;
    }

    private static int Run(ParseResult parsed, CancellationToken cancel)
    {
        var settings = SettingsParser.Load(SettingArguments.Read(parsed.GetValue(Folder) ?? [], SettingArguments.CallerFolder, out var named));
        var folder = new ContentFolder(named is null ? settings.ContentFolder : Path.GetFullPath(named, SettingArguments.CallerFolder));
        MustBeReadable(folder);

        if (parsed.GetValue(Fix))
            FolderMend.Run(folder, Console.Error.WriteLine, cancel);
        var check = new FolderCheck(folder, settings.StartClock());
        var found = check.Run(cancel);
        VerbOutput.Print(output => Print(output, parsed.GetValue(Format)!, found.Findings, folder, check));
        Console.Error.WriteLine(TextPrinter.Summarise(found.Findings, found.Files));

        var worst = parsed.GetValue(Strict) ? Severity.Warning : Severity.Error;
        return found.Findings.Any(finding => finding.Severity >= worst) ? CommandLine.Failed : 0;
    }

    private static void Print(TextWriter output, string format, IReadOnlyList<Diagnostic> findings, ContentFolder folder, FolderCheck check)
    {
        switch (format)
        {
            case "json":
                JsonPrinter.Print(output, findings);
                break;
            case "sarif":
                SarifPrinter.Print(output, findings, Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0.0.0", folder.Root);
                break;
            case "github":
                GitHubPrinter.Print(output, findings, path => Path.GetRelativePath(SettingArguments.CallerFolder, Path.GetFullPath(path, folder.Root)));
                break;
            default:
                TextPrinter.Print(output, findings, Console.IsOutputRedirected ? null : check.FindLine, Columns());
                break;
        }
    }

    private static int Columns()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : int.MaxValue;
        }
        catch (IOException)
        {
            return int.MaxValue; // no terminal, or one that does not say
        }
    }

    private static void MustBeReadable(ContentFolder folder)
    {
        try
        {
            if (folder.IsReadable())
                return;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The folder {folder.Root} cannot be read: {e.Message}", e);
        }

        throw new SettingException(File.Exists(folder.Root) ? $"{folder.Root} is a file, not a content folder." : $"There is no folder {folder.Root}.");
    }
}

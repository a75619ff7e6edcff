using System.CommandLine;
using System.Security.Cryptography;
using AlitaNews.Store;
using AlitaNews.Store.Embedded;
using AlitaNews.Store.Migrations;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Verbs;

/// <summary><c>serve</c>: database, ingest and site, until it is told to stop.</summary>
public static class ServeVerb
{
    private const int SpareThreads = 12;

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
    /// <exception cref="SettingException">A setting is wrong, a port is taken, or the database belongs to a newer build.</exception>
    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        SocketThreads.Prepare();
        var arguments = SettingArguments.Of(parsed);
        var settings = SettingsParser.Load(arguments);
        foreach (var key in settings.UnknownKeys)
            await Console.Error.WriteLineAsync($"{key} is no setting of this program and is ignored.");
        CheckContent(settings);
        new Listeners(settings).CheckPorts();
        await using var database = await StartDatabaseAsync(settings, cancel);
        if (database is not null)
            settings = settings with { ConnectionString = database.ConnectionString };

        // When a server hangs, the driver's attempts to cancel hold one thread for each query that was under way. The pool adds threads too
        // slowly for that: pages that are in memory would wait for one.
        ThreadPool.GetMinThreads(out var workers, out var waiters);
        ThreadPool.SetMinThreads(Math.Max(workers, NewsDatabase.MostReaders + SpareThreads), waiters);

        await using var site = await StartAsync(arguments, settings, cancel);

        using var over = new CancellationTokenSource();
        var keeping = database?.KeepAsync(Console.Error.WriteLine, over.Token) ?? Task.CompletedTask;
        await site.WaitForShutdownAsync(cancel);
        await over.CancelAsync();
        await keeping;
        return CodeOf(site.Services);
    }

    private static async Task<WebApplication> StartAsync(string[] arguments, SiteSettings settings, CancellationToken cancel)
    {
        WebApplication? site = null;
        try
        {
            site = SiteHost.Create(arguments, settings, adjust: null);
            await site.StartAsync(cancel);
            return site;
        }
        catch (Exception e)
        {
            if (site is not null)
                await site.DisposeAsync();
            if (settings.ListensSecurely && e is InvalidOperationException or NotSupportedException or CryptographicException or FileNotFoundException)
                throw new SettingException($"{Listeners.CertificateKey}: an https address needs a certificate with its key: {e.Message.Split('\n')[0].Trim()} Name one, or listen on http and let TLS end in front of the site.", e);
            if (e is IOException)
                throw new SettingException(e.Message.ReplaceLineEndings(" "), e);
            throw;
        }
    }

    // The host stops in good order when a part of it fails: whoever started the site must not take that for success. After a fault that nobody
    // foresaw it is worth to begin again (1); a newer database stays one (2).
    private static int CodeOf(IServiceProvider services)
    {
        var failures = services.GetServices<IHostedService>().OfType<BackgroundService>().Select(static part => part.ExecuteTask?.Exception?.InnerException);
        if (failures.OfType<Exception>().FirstOrDefault() is not { } failure)
            return 0;
        var line = $"The site stopped: {failure.Message.ReplaceLineEndings(" ")}";
        if (failure is NewerSchemaException)
            throw new SettingException(line, failure);
        Console.Error.WriteLine(line);
        return 1;
    }

    /// <summary>Starts the embedded database where no server is configured.</summary>
    /// <exception cref="SettingException">It cannot be started.</exception>
    internal static async Task<EmbeddedPostgres?> StartDatabaseAsync(SiteSettings settings, CancellationToken cancel)
    {
        if (settings.ConnectionString is not null)
        {
            CheckConnection(settings.ConnectionString);
            return null;
        }

        try
        {
            return await EmbeddedPostgres.StartAsync(
                new EmbeddedPostgresSettings { DataFolder = settings.DataFolder, PostgresBin = settings.PostgresBin }, Console.Error.WriteLine, cancel);
        }
        catch (EmbeddedPostgresException e)
        {
            throw new SettingException(e.Message, e);
        }
    }

    // A server that does not answer is waited for; words that name no server never will. They are not shown: they may hold a password.
    private static void CheckConnection(string connectionString)
    {
        if (NewsDatabase.FindFault(connectionString) is { } fault)
            throw new SettingException($"ConnectionStrings:Postgres: expected words like Host=db.example;Username=alitanews;Password=…;Database=alitanews, with quotes around a value that holds a semicolon; found {fault}.");
    }

    /// <summary>Looks at the content folder before anything is started.</summary>
    /// <exception cref="SettingException">It is not there, or cannot be read.</exception>
    internal static void CheckContent(SiteSettings settings)
    {
        try
        {
            if (new ContentFolder(settings.ContentFolder).IsReadable())
                return;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"The content folder {settings.ContentFolder} cannot be read: {e.Message}", e);
        }

        throw new SettingException($"There is no content folder {settings.ContentFolder}: name one with Alita__Content.");
    }
}

using System.Diagnostics;
using System.Net;

namespace AlitaNews.Site.Tests.Faults;

/// <summary>
/// One server on a small disk of its own and one site over it, whose pages have been read once. The site is started before the server:
/// it has to live, and to find it alone.
/// </summary>
public sealed class FaultStage : IAsyncLifetime
{
    private const int Articles = 12;

    private readonly DirectoryInfo _disk = Directory.CreateTempSubdirectory("alitanews-disk-");
    private int _edits;

    internal FaultServer Server { get; private set; } = null!;

    internal FaultSite Site { get; private set; } = null!;

    /// <summary>Whether the disk is one: only those who may mount can fill one without harm to others.</summary>
    public bool HasDisk { get; private set; }

    /// <summary>What the site answered before there was a database.</summary>
    internal (HttpStatusCode Status, string? RetryAfter, TimeSpan Took) Before { get; private set; }

    /// <summary>Pages that were served before the fault, or that the site brought into its cache by itself.</summary>
    internal static string[] Pages { get; } = ["/", "/feed.xml", "/archive", .. Enumerable.Range(0, Articles).Select(static i => $"/news/story-{i}")];

    public async Task InitializeAsync()
    {
        HasDisk = await RunAsync("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", _disk.FullName);
        Server = await FaultServer.CreateAsync(_disk.FullName);
        Site = new FaultSite(Server.ConnectionString);
        Site.WriteArticles(Articles);
        Site.Start();
        await Site.AnswersAsync("/healthz", HttpStatusCode.OK);
        await Site.AnswersAsync("/readyz", HttpStatusCode.ServiceUnavailable);
        Before = await Site.AskAsync("/");
        await Server.StartAsync();
        await Site.AnswersAsync("/readyz", HttpStatusCode.OK);
        foreach (var page in Pages)
            await Site.AnswersAsync(page, HttpStatusCode.OK);
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        await Server.DisposeAsync();
        if (HasDisk)
            await RunAsync("umount", _disk.FullName);
        _disk.Delete(recursive: true);
    }

    /// <summary>Fills the disk to the last byte.</summary>
    public async Task FillDiskAsync()
    {
        await using var filler = File.Create(Filler);
        var block = new byte[1 << 20];
        try
        {
            while (true)
                await filler.WriteAsync(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the space back.</summary>
    public void FreeDisk() => File.Delete(Filler);

    /// <summary>Saves an article whose text is new; its address shows the text once the edition of it is made.</summary>
    internal (string Address, string Text) Edit(int lines = 1)
    {
        var text = $"Edit number {++_edits}";
        Site.Write("articles/edited.md", FaultSite.Article("Edited", text + string.Concat(Enumerable.Range(0, lines).Select(static _ => $"\n\n{Guid.NewGuid()} {Guid.NewGuid()}"))));
        return ("/news/edited", text);
    }

    private string Filler => Path.Combine(_disk.FullName, "filler");

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}

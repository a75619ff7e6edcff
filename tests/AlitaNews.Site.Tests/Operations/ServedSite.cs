using System.Net;
using AlitaNews.Site.Tests.Postgres;
using AlitaNews.Site.Tests.Verbs;
using Npgsql;

namespace AlitaNews.Site.Tests.Operations;

/// <summary>The real program as its own process, in Production, over a folder and a database of its own.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TestDatabase _database = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("alitanews-served-");

    private ServedSite()
    {
    }

    public Executable Program { get; private set; } = null!;

    public HttpClient Public { get; private set; } = null!;

    public string ConnectionString => _database.ConnectionString;

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<ServedSite> StartAsync(IReadOnlyDictionary<string, string> variables, params (string Path, string Text)[] files)
    {
        var site = new ServedSite();
        await site._database.InitializeAsync();
        foreach (var (path, text) in files)
            site.Write(path, text);
        var address = $"http://127.0.0.1:{Executable.FreePort()}";
        site.Public = new HttpClient { BaseAddress = new Uri(address), Timeout = Patience };
        site.Program = Executable.Start(
            variables, "serve", "--environment", "Production", "--urls", address, "--Alita:ManagementUrls", $"http://127.0.0.1:{Executable.FreePort()}",
            "--Alita:Content", Path.Combine(site._folder.FullName, "content"), "--Alita:Data", Path.Combine(site._folder.FullName, "data"),
            "--ConnectionStrings:Postgres", site.ConnectionString);
        await UntilAsync(async () => await site.StatusOfAsync("/readyz") == HttpStatusCode.OK);
        return site;
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(_folder.FullName, "content", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>The status of an address; null where nobody listens.</summary>
    public async Task<HttpStatusCode?> StatusOfAsync(string address)
    {
        using var answer = await FindAnswerAsync(address);
        return answer?.StatusCode;
    }

    /// <summary>The beginning of an answer, over a connection of its own; null where nobody listens.</summary>
    public async Task<HttpResponseMessage?> FindAnswerAsync(string address)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.ConnectionClose = true;
            return await Public.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Waits for something that must come.</summary>
    public static async Task UntilAsync(Func<Task<bool>> happened)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await happened())
            await Task.Delay(25, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Program.Dispose();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

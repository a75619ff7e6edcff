using System.Net;
using System.Runtime.InteropServices;

namespace AlitaNews.Site.Tests.Verbs;

public sealed class ServeVerbTests
{
    [Theory]
    [InlineData(PosixSignal.SIGTERM)]
    [InlineData(PosixSignal.SIGINT)]
    public async Task A_site_whose_database_is_away_lives_is_not_ready_and_stops_cleanly(PosixSignal signal)
    {
        var address = $"http://127.0.0.1:{Executable.FreePort()}";
        var management = $"http://127.0.0.1:{Executable.FreePort()}";
        var content = Directory.CreateTempSubdirectory("alitanews-empty-");
        using var site = Executable.Start(
            "serve", "--Alita:Content", content.FullName, "--urls", address, "--Alita:ManagementUrls", management, "--ConnectionStrings:Postgres", $"Host=127.0.0.1;Port={Executable.FreePort()};Username=nobody");
        using var client = new HttpClient();
        await AnswersAsync(client, address + "/healthz");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(address + "/readyz")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(address + "/")).StatusCode);
        var (code, _, errors) = await Executable.RunAsync("health", "--Alita:ManagementUrls", management);
        Assert.Equal(1, code);
        Assert.Contains("503", errors, StringComparison.Ordinal);

        site.Signal(signal);
        Assert.Equal(0, await site.EndAsync());
        Assert.Empty(site.Errors);
        content.Delete();
    }

    private static async Task AnswersAsync(HttpClient client, string address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(address, patience.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }
}

using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Primitives;

namespace AlitaNews.Bench.Stage;

/// <summary>The baseline: Kestrel and one handler that writes a recorded answer, in a process of its own.</summary>
internal static class BareKestrel
{
    /// <summary>The word that makes this program the baseline.</summary>
    public const string Word = "bare-kestrel";

    /// <summary>Starts it.</summary>
    public static async Task<Server> StartAsync(string folder)
    {
        var port = Server.FindPort();
        var server = Server.Start("bare", port, "dotnet", [typeof(BareKestrel).Assembly.Location, Word, port.ToString(CultureInfo.InvariantCulture), folder]);
        await server.WaitForAsync("/");
        return server;
    }

    /// <summary>Is it.</summary>
    public static async Task RunAsync(int port, string folder)
    {
        var page = RecordedPage.Read(folder);
        var headers = page.Headers.Select(static h => KeyValuePair.Create(h.Key, new StringValues(h.Value))).ToArray();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        await using var server = builder.Build();
        server.Run(context =>
        {
            var response = context.Response;
            foreach (var (name, value) in headers)
                response.Headers[name] = value;
            response.ContentLength = page.Body.Length;
            var write = response.BodyWriter.WriteAsync(page.Body, CancellationToken.None);
            return write.IsCompletedSuccessfully ? Task.CompletedTask : write.AsTask();
        });
        await server.RunAsync();
    }
}

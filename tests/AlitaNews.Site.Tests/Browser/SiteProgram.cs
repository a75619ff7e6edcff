using AlitaNews.Site.Tests.Running;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AlitaNews.Site.Tests.Browser;

/// <summary>The whole program, started by its entry point with these settings, on ports of its own.</summary>
internal sealed class SiteProgram : WebApplicationFactory<Program>
{
    private readonly IReadOnlyDictionary<string, string> _settings;

    public SiteProgram(IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        UseKestrel();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // What readers get: Development adds a script for editors, and Production refuses a clock of its own.
        builder.UseEnvironment("Staging");
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(static services => QuietLog.Replace(services));
    }
}

using Microsoft.Extensions.DependencyInjection;
using Serilog;

namespace AlitaNews.Site.Tests.Running;

/// <summary>The log of a site that runs inside the tests: only what is really wrong, or a failing test could not be found among the lines.</summary>
internal static class QuietLog
{
    private const string Template = "{Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void Replace(IServiceCollection services) =>
        services.AddSerilog(new LoggerConfiguration().MinimumLevel.Error().WriteTo.Console(outputTemplate: Template).CreateLogger(), dispose: true);
}

using System.Globalization;
using AlitaNews.Store.Migrations;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace AlitaNews.Web;

/// <summary>What is written to the log, and how.</summary>
public static class SiteLog
{
    private const string ConsoleTemplate = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    // Said in one line by the verb that starts the site.
    private static readonly string[] SaidElsewhere = ["Hosting failed to start", "Unable to start Kestrel."];

    /// <summary>Readable lines for people, JSON for machines (Production).</summary>
    public static Serilog.ILogger Create(SiteSettings settings)
    {
        var log = Begin();
        log = settings.IsProduction
            ? log.WriteTo.Console(new RenderedCompactJsonFormatter())
            : log.WriteTo.Console(outputTemplate: ConsoleTemplate, formatProvider: CultureInfo.InvariantCulture);
        return log.CreateLogger();
    }

    /// <summary>What is worth a line, wherever it is written.</summary>
    public static LoggerConfiguration Begin() =>
        new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off) // or every request, hits too, gets an activity and a scope: 1 KB and a fifth of its time
            .MinimumLevel.Override("Microsoft.AspNetCore.StaticFiles", LogEventLevel.Error) // a build has no wwwroot folder, only a list of files
            .MinimumLevel.Override("Microsoft.AspNetCore.StaticAssets", LogEventLevel.Error) // strangers ask for ranges that are not there
            .Filter.ByExcluding(static e => SaidElsewhere.Contains(e.MessageTemplate.Text) || e.Exception is NewerSchemaException)
            .Enrich.FromLogContext();
}

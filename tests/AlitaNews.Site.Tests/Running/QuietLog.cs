using System.Collections.Concurrent;
using System.Globalization;
using AlitaNews.Web;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace AlitaNews.Site.Tests.Running;

/// <summary>
/// The log of a site that runs inside the tests: printed is only what is really wrong, or a failing test could not be found among the lines; warnings
/// are kept for those who ask.
/// </summary>
internal sealed class QuietLog : ILogEventSink
{
    private const string Template = "{Level:u3} {Message:lj}{NewLine}{Exception}";

    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Every warning and every error so far.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public static QuietLog Replace(IServiceCollection services)
    {
        var log = new QuietLog();
        services.AddSerilog(
            SiteLog.Begin().MinimumLevel.Warning()
                .WriteTo.Sink(log).WriteTo.Console(LogEventLevel.Error, Template, CultureInfo.InvariantCulture).CreateLogger(),
            dispose: true);
        return log;
    }

    public void Emit(LogEvent logEvent) => _lines.Enqueue($"{logEvent.Level} {logEvent.RenderMessage(CultureInfo.InvariantCulture)} {logEvent.Exception}");
}

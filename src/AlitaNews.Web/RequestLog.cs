using Serilog.AspNetCore;
using Serilog.Events;

namespace AlitaNews.Web;

/// <summary>The one line that a request leaves in the log. A page from memory leaves none: it is counted instead (<c>SiteMeter</c>).</summary>
public static class RequestLog
{
    /// <summary>Says what the line holds: neither the reader's address nor what was searched for.</summary>
    public static void Configure(RequestLoggingOptions options, Serilog.ILogger log)
    {
        // Without this the line would go to Serilog's static logger, which nobody listens to.
        options.Logger = log;
        options.MessageTemplate = "{Method:l} {Path:l} {Status} in {Milliseconds:0.0} ms";
        options.GetLevel = static (context, _, failure) =>
            failure is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Warning : LogEventLevel.Information;
        options.GetMessageTemplateProperties = static (context, _, milliseconds, status) =>
        [
            new LogEventProperty("Method", new ScalarValue(context.Request.Method)),
            new LogEventProperty("Path", new ScalarValue(context.Request.Path.ToUriComponent())), // escaped: a line break in an address must not begin a line
            new LogEventProperty("Status", new ScalarValue(status)),
            new LogEventProperty("Milliseconds", new ScalarValue(Math.Round(milliseconds, 1))),
            new LogEventProperty("Request", new ScalarValue(context.TraceIdentifier)),
        ];
    }
}

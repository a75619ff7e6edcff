using AlitaNews.Web.Pages;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AlitaNews.Web.Telemetry;

/// <summary>Traces and metrics over OTLP, where the standard <c>OTEL_</c> settings name a place to send them to; without one nothing is registered.</summary>
public static class TelemetryRegistration
{
    private const string Npgsql = "Npgsql"; // known by name: only the Store may reference it
    private const string Runtime = "System.Runtime";

    /// <summary>Registers the meter, and exporters as configured.</summary>
    public static void AddTelemetry(this IServiceCollection services, SiteSettings settings)
    {
        services.AddSingleton<SiteMeter>();
        if (!settings.ExportTraces && !settings.ExportMetrics)
            return;
        var telemetry = services.AddOpenTelemetry().ConfigureResource(static resource => resource
            .AddService("alitanews", serviceVersion: typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString(3))
            .AddEnvironmentVariableDetector()); // what an operator calls the site wins
        if (settings.ExportTraces)
        {
            telemetry.WithTracing(static traces => traces
                .AddSource(SiteTraces.Name)
                .AddSource(Npgsql)
                .AddAspNetCoreInstrumentation(static requests => requests.Filter = static context => !HealthAnswers.Answers(context.Request.Path))
                .AddOtlpExporter());
        }

        if (settings.ExportMetrics)
        {
            services.AddHostedService<ProblemCount>();
            telemetry.WithMetrics(static metrics => metrics
                .AddMeter(SiteMeter.Name)
                .AddMeter(Npgsql)
                .AddMeter(Runtime)
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter());
        }
    }
}

namespace AlitaNews.Web;

/// <summary>Puts the web application together; the verb <c>serve</c> and the tests start it from here.</summary>
public static class SiteHost
{
    /// <summary>Builds the site; nothing listens yet.</summary>
    /// <param name="arguments"><c>--key=value</c> settings, which win over all others.</param>
    /// <param name="adjust">Last changes to the services: a test's clock or content.</param>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static WebApplication Create(string[] arguments, Action<IServiceCollection>? adjust = null) =>
        Create(arguments, SettingsParser.Load(arguments), adjust);

    /// <summary>Builds the site of settings that are checked already; nothing listens yet.</summary>
    /// <param name="arguments">The arguments they were read from.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="adjust">Last changes to the services, or null.</param>
    public static WebApplication Create(string[] arguments, SiteSettings settings, Action<IServiceCollection>? adjust)
    {
        // The empty builder: nothing is configured behind our back (forwarded headers by variable, watchers on the content root).
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SiteHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = settings.Environment,
        });
        SettingsParser.AddSources(builder.Configuration, arguments);
        builder.AddSite(settings);
        adjust?.Invoke(builder.Services);

        var site = builder.Build();
        site.UseSite();
        return site;
    }
}

using System.Globalization;
using System.Net;

namespace AlitaNews.Web;

/// <summary>Turns configuration into <see cref="SiteSettings"/>, and complains about the first value that is wrong.</summary>
public static class SettingsParser
{
    private const string DefaultUrl = "http://127.0.0.1:5080";
    private const string DefaultManagementUrl = "http://127.0.0.1:5081";
    /// <summary>Where changes are announced to all search engines that take part.</summary>
    public const string PublicIndexNow = "https://api.indexnow.org/indexnow";
    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>Every key of <c>web.md</c> section 8 below <c>Alita</c>.</summary>
    public static IReadOnlySet<string> Keys { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Content", "Data", "BaseUrl", "ManagementUrls", "Ingest", "Clock", "CacheMegabytes", "PostgresBin", "TrustedProxies",
        "AllowedHosts", "SearchesPerMinute", "IndexNowEndpoint",
    };

    /// <summary>Reads <c>appsettings.json</c> beside the program, then the environment, then the command line.</summary>
    /// <param name="configuration">Filled with all sources, so that the host sees the same values.</param>
    /// <param name="arguments"><c>--Key value</c> pairs.</param>
    /// <exception cref="SettingException">A file cannot be read.</exception>
    public static void AddSources(IConfigurationBuilder configuration, string[] arguments)
    {
        // Twice: which appsettings file is read depends on the environment's name, which may itself be configured.
        var first = new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(arguments).Build();
        var folder = AppContext.BaseDirectory;
        try
        {
            // No reload on change: it would put a watcher on the folder, and settings are read once.
            configuration
                .AddJsonFile(Path.Combine(folder, "appsettings.json"), optional: true, reloadOnChange: false)
                .AddJsonFile(Path.Combine(folder, $"appsettings.{EnvironmentOf(first)}.json"), optional: true, reloadOnChange: false)
                .AddEnvironmentVariables("DOTNET_")
                .AddEnvironmentVariables("ASPNETCORE_")
                .AddEnvironmentVariables()
                .AddCommandLine(arguments);
        }
        catch (InvalidDataException e)
        {
            throw new SettingException(OneLine(e), e);
        }
    }

    /// <summary>The settings of a verb, from all sources.</summary>
    /// <exception cref="SettingException">A value is wrong.</exception>
    public static SiteSettings Load(string[] arguments)
    {
        using var configuration = new ConfigurationManager();
        AddSources(configuration, arguments);
        return Parse(configuration, Directory.GetCurrentDirectory());
    }

    /// <summary>Reads every key and checks it.</summary>
    /// <param name="configuration">All sources.</param>
    /// <param name="folder">Where relative paths count from.</param>
    /// <exception cref="SettingException">A value is wrong.</exception>
    public static SiteSettings Parse(IConfiguration configuration, string folder)
    {
        var alita = configuration.GetSection("Alita");
        var settings = new SiteSettings
        {
            ConnectionString = Text(configuration.GetConnectionString("Postgres")),
            ContentFolder = Path.GetFullPath(Text(alita["Content"]) ?? "content", folder),
            DataFolder = Path.GetFullPath(Text(alita["Data"]) ?? ".data", folder),
            BaseUrl = Origin("Alita:BaseUrl", alita["BaseUrl"]),
            Urls = Addresses("urls", configuration["urls"], DefaultUrl),
            ManagementUrls = Addresses("Alita:ManagementUrls", alita["ManagementUrls"], DefaultManagementUrl),
            Ingest = Flag("Alita:Ingest", alita["Ingest"], otherwise: true),
            Clock = Instant("Alita:Clock", alita["Clock"]),
            CacheBytes = Number("Alita:CacheMegabytes", alita["CacheMegabytes"], 256, 1, 1_000_000) * 1024L * 1024L,
            PostgresBin = Text(alita["PostgresBin"]) is { } bin ? Path.GetFullPath(bin, folder) : null,
            TrustedProxies = [.. Words(alita["TrustedProxies"]).Select(Network)],
            AllowedHosts = [.. Words(alita["AllowedHosts"]).Select(HostName)],
            SearchesPerMinute = Number("Alita:SearchesPerMinute", alita["SearchesPerMinute"], 60, 1, 1_000_000),
            IndexNowEndpoint = Endpoint("Alita:IndexNowEndpoint", alita["IndexNowEndpoint"]),
            ExportTraces = Exports(configuration, "TRACES"),
            ExportMetrics = Exports(configuration, "METRICS"),
            Environment = EnvironmentOf(configuration),
            UnknownKeys = [.. alita.GetChildren().Where(static child => child.Value is not null && !Keys.Contains(child.Key)).Select(static child => child.Path)],
        };
        RefuseClashes(settings);
        return settings;
    }

    private static void RefuseClashes(SiteSettings settings)
    {
        if (settings.Clock is not null && settings.IsProduction)
            throw new SettingException("Alita:Clock: refused in Production; it is for staging and tests.");

        // The two listeners are told apart by their ports.
        var shared = settings.Urls.Select(u => u.Port).Intersect(settings.ManagementUrls.Select(u => u.Port)).FirstOrDefault(p => p != 0);
        if (shared != 0)
            throw new SettingException("Alita:ManagementUrls", "another port than that of --urls", shared.ToString(CultureInfo.InvariantCulture));
    }

    private static string EnvironmentOf(IConfiguration configuration) => Text(configuration["environment"]) ?? Environments.Production;

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string[] Words(string? value) => Text(value)?.Split(Separators, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static List<BindingAddress> Addresses(string key, string? value, string otherwise)
    {
        var addresses = new List<BindingAddress>();
        foreach (var part in (Text(value) ?? otherwise).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(part.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/")
                throw new SettingException(key, "addresses like http://127.0.0.1:5080, with ; between them", part);
            var address = BindingAddress.Parse(part);
            if (address.Host is not ("*" or "+") && !IsLocalhost(address) && !IPAddress.TryParse(address.Host, out _))
                throw new SettingException(key, "an IP address, localhost or * in each address", part);
            addresses.Add(address);
        }

        return addresses.Count > 0 ? addresses : throw new SettingException(key, "addresses like http://127.0.0.1:5080, with ; between them", value);
    }

    // A port chosen by the system would differ between the two addresses that localhost has.
    private static bool IsLocalhost(BindingAddress address) => string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase) && address.Port != 0;

    private static Uri? Origin(string key, string? value)
    {
        if (Text(value) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0)
            return uri;
        throw new SettingException(key, "an origin like https://news.example, without a path", text);
    }

    private static Uri Endpoint(string key, string? value)
    {
        var text = Text(value) ?? PublicIndexNow;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new SettingException(key, "an absolute http or https address", text);
    }

    // The standard variables: a place for all signals, or for one; and the two ways to switch off what a shared environment switches on.
    private static bool Exports(IConfiguration configuration, string signal)
    {
        const string shared = "OTEL_EXPORTER_OTLP_ENDPOINT";
        var own = $"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT";
        if (Flag("OTEL_SDK_DISABLED", configuration["OTEL_SDK_DISABLED"], otherwise: false) || Text(configuration[$"OTEL_{signal}_EXPORTER"]) == "none")
            return false;
        var key = Text(configuration[own]) is null ? shared : own;
        if (Text(configuration[key]) is not { } text)
            return false;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new SettingException(key, "an address like http://127.0.0.1:4317", text);
        foreach (var protocol in (string[])["OTEL_EXPORTER_OTLP_PROTOCOL", $"OTEL_EXPORTER_OTLP_{signal}_PROTOCOL"])
        {
            // The exporter would take one that it does not know for the other.
            if (Text(configuration[protocol]) is { } spoken and not ("grpc" or "http/protobuf"))
                throw new SettingException(protocol, "grpc or http/protobuf", spoken);
        }

        return true;
    }

    private static bool Flag(string key, string? value, bool otherwise) => Text(value) switch
    {
        null => otherwise,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new SettingException(key, "true or false", text),
    };

    private static int Number(string key, string? value, int otherwise, int least, int most)
    {
        if (Text(value) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        throw new SettingException(key, $"a whole number from {least} to {most}", text);
    }

    private static DateTimeOffset? Instant(string key, string? value)
    {
        if (Text(value) is not { } text)
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && text.Contains('-', StringComparison.Ordinal))
            return instant.ToUniversalTime();
        throw new SettingException(key, "an instant like 2026-11-22T20:00:00Z", text);
    }

    private static IPNetwork Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        throw new SettingException("Alita:TrustedProxies", "addresses or networks like 10.0.0.7 or 10.0.0.0/8", text);
    }

    private static string HostName(string text) =>
        Uri.CheckHostName(text.Trim('[', ']')) == UriHostNameType.Unknown
            ? throw new SettingException("Alita:AllowedHosts", "host names without scheme and port", text)
            : text.ToLowerInvariant();

    private static string OneLine(Exception e) => (e.InnerException?.Message ?? e.Message).ReplaceLineEndings(" ");
}

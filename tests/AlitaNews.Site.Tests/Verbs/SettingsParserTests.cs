using AlitaNews.Store;
using AlitaNews.Web;
using AlitaNews.Web.Verbs;
using Microsoft.Extensions.Configuration;

namespace AlitaNews.Site.Tests.Verbs;

public sealed class SettingsParserTests
{
    [Fact]
    public void Nothing_configured_is_the_contract_s_defaults()
    {
        var settings = Parse();
        Assert.Null(settings.ConnectionString);
        Assert.Equal("/repo/content", settings.ContentFolder);
        Assert.Equal("/repo/.data", settings.DataFolder);
        Assert.Equal("http://127.0.0.1:5080", settings.Urls.Single().ToString());
        Assert.Equal("http://127.0.0.1:5081", settings.ManagementUrls.Single().ToString());
        Assert.True(settings.Ingest);
        Assert.Equal(256L << 20, settings.CacheBytes);
        Assert.Equal(60, settings.SearchesPerMinute);
        Assert.Empty(settings.TrustedProxies);
        Assert.True(settings.IsProduction);
    }

    [Fact]
    public void Empty_values_are_as_good_as_none() => Assert.Equal("/repo/content", Parse(("Alita:Content", " ")).ContentFolder);

    [Fact]
    public void Relative_folders_count_from_the_working_directory_and_absolute_ones_stay()
    {
        Assert.Equal("/repo/news", Parse(("Alita:Content", "./news/../news")).ContentFolder);
        Assert.Equal("/srv/news", Parse(("Alita:Content", "/srv/news")).ContentFolder);
    }

    [Fact]
    public void Folders_on_the_command_line_count_from_the_caller() =>
        Assert.Equal(["--Alita:Content=/home/me/news", "--urls=http://*:80"], SettingArguments.Read(["--Alita:Content", "news", "--urls=http://*:80"], "/home/me"));

    [Fact]
    public void Proxies_are_addresses_or_networks()
    {
        var proxies = Parse(("Alita:TrustedProxies", "10.0.0.0/8, ::1")).TrustedProxies;
        Assert.True(proxies[0].Contains(System.Net.IPAddress.Parse("10.1.2.3")));
        Assert.True(proxies[1].Contains(System.Net.IPAddress.IPv6Loopback));
        Assert.False(proxies[1].Contains(System.Net.IPAddress.Parse("::2")));
    }

    [Fact]
    public void The_clock_starts_where_it_is_told_and_runs_on()
    {
        var clock = Parse(("Alita:Clock", "2027-01-01T12:00:00+02:00"), ("environment", "Staging")).StartClock();
        var first = clock.GetUtcNow();
        Assert.InRange(first, new DateTimeOffset(2027, 1, 1, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 10, 5, 0, TimeSpan.Zero));
        Assert.True(SpinWait.SpinUntil(() => clock.GetUtcNow() > first, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_key_that_means_nothing_is_told() =>
        Assert.Equal(["Alita:Contnt"], Parse(("Alita:Contnt", "news"), ("alita:content", "news"), ("Other:Contnt", "x")).UnknownKeys);

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "udp")]
    public void What_the_exporter_would_misunderstand_is_refused(string key, string value) =>
        Assert.StartsWith(key + ": expected ", Assert.Throws<SettingException>(() => Parse(("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:1"), ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://127.0.0.1:1"), (key, value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("postgres://me:se;cret@db/news", "none that can be read")]
    [InlineData("Host=db;Password=half;secret=1", "none that can be read")]
    [InlineData("Username=me;Password=secret", "no Host")]
    [InlineData("Host=db;Password=secret;Port=many", "a value for \"port\" that it cannot have")]
    public void What_is_wrong_with_a_connection_string_is_said_without_its_password(string given, string expected) => Assert.Equal(expected, NewsDatabase.FindFault(given));

    [Theory]
    [InlineData("Host=db;Password='se;cret'")]
    [InlineData("Host=one,two;Username=me")]
    public void A_connection_string_that_can_be_used_has_no_fault(string given) => Assert.Null(NewsDatabase.FindFault(given));

    private static SiteSettings Parse(params (string Key, string Value)[] values) =>
        SettingsParser.Parse(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Key, v => (string?)v.Value)).Build(), "/repo");
}

using System.Net;
using System.Net.Sockets;

namespace AlitaNews.Site.Tests.Verbs;

/// <summary>Wrong use ends in one line and exit code 2.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_lists_the_verbs()
    {
        var (code, output, errors) = await Executable.RunAsync("--help");
        Assert.Equal(0, code);
        Assert.Contains("serve", output, StringComparison.Ordinal);
        Assert.Contains("health", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var (code, output, _) = await Executable.RunAsync("--version");
        Assert.Equal(0, code);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*$", output);
    }

    [Theory]
    [InlineData("\"frobnicate\" is no verb", "frobnicate")]
    [InlineData("--Alita:Contnet is no option", "serve", "--Alita:Contnet", "x")]
    [InlineData("--urls needs a value", "--urls")]
    [InlineData("Alita:Ingest: expected true or false, found \"maybe\".", "serve", "--Alita:Ingest", "maybe")]
    [InlineData("Alita:CacheMegabytes: expected a whole number from 1 to 1000000, found \"-1\".", "--Alita:CacheMegabytes=-1")]
    [InlineData("Alita:Clock: refused in Production", "--Alita:Clock=2026-01-01T00:00:00Z")]
    [InlineData("urls: expected addresses like", "--urls=localhost:5080")]
    [InlineData("urls: expected addresses like", "--urls=;")]
    [InlineData("Alita:ManagementUrls: expected addresses like", "--Alita:ManagementUrls=;;")]
    [InlineData("urls: expected an IP address, localhost or *", "--urls=http://elsewhere.example:5250")]
    [InlineData("Alita:ManagementUrls: expected another port", "--urls=http://127.0.0.1:5251", "--Alita:ManagementUrls=http://127.0.0.1:5251")]
    [InlineData("Alita:BaseUrl: expected an origin", "--Alita:BaseUrl=https://news.example/path")]
    [InlineData("Alita:TrustedProxies: expected addresses or networks", "--Alita:TrustedProxies=proxy")]
    public async Task Wrong_use_is_one_line_and_exit_code_2(string expected, params string[] arguments)
    {
        var (code, output, errors) = await Executable.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.StartsWith(expected, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'));
        Assert.Empty(output);
    }

    [Fact]
    public async Task An_https_address_without_a_certificate_is_one_line_and_exit_code_2()
    {
        var (code, _, errors) = await Executable.RunAsync(
            "serve", "--urls", "https://127.0.0.1:0", "--Alita:ManagementUrls", "http://127.0.0.1:0", "--Alita:Content", AppContext.BaseDirectory,
            "--ConnectionStrings:Postgres", "Host=127.0.0.1;Port=1", "--Kestrel:Certificates:Default:Path", "/nowhere.pem");
        Assert.Equal(2, code);
        Assert.StartsWith("Kestrel:Certificates:Default:Path: an https address needs a certificate", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'));
    }

    [Fact]
    public async Task A_taken_port_is_one_line_and_exit_code_2()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";
        var (code, _, errors) = await Executable.RunAsync("serve", "--urls", address, "--Alita:ManagementUrls", "http://127.0.0.1:0", "--Alita:Content", AppContext.BaseDirectory);
        Assert.Equal(2, code);
        Assert.StartsWith("urls: ", errors, StringComparison.Ordinal);
        Assert.Contains(address, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'));
    }

    [Fact]
    public async Task Health_of_a_site_that_does_not_run_is_exit_code_1()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var address = $"http://{unused.LocalEndpoint}";
        unused.Stop();
        var (code, output, errors) = await Executable.RunAsync("health", "--Alita:ManagementUrls", address);
        Assert.Equal(1, code);
        Assert.StartsWith("not ready", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }
}

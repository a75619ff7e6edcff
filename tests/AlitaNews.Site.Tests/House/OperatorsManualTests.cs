using System.Text.RegularExpressions;
using AlitaNews.Web;

namespace AlitaNews.Site.Tests.House;

/// <summary>What an operator needs to know is written down: every setting, every number.</summary>
public sealed partial class OperatorsManualTests
{
    private static readonly string Manual = SourceTree.Read("docs/operators.md");

    [Fact]
    public void Every_setting_is_explained() =>
        Assert.All(SettingsParser.Keys, static key => Assert.Contains($"`Alita__{key}`", Manual, StringComparison.Ordinal));

    [Fact]
    public void Every_number_is_explained()
    {
        var numbers = Number().Matches(SourceTree.Read("src/AlitaNews.Web/Telemetry/SiteMeter.cs")).Select(static match => match.Value).ToList();
        Assert.True(numbers.Count > 10);
        Assert.All(numbers, static number => Assert.Contains($"`{number}`", Manual, StringComparison.Ordinal));
    }

    [Fact]
    public void The_unit_and_the_image_run_as_nobody_in_particular()
    {
        var unit = SourceTree.Read("deploy/alitanews.service");
        foreach (var line in (string[])["DynamicUser=yes", "NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=\n", "RestartPreventExitStatus=2", "KillMode=mixed"])
            Assert.Contains(line, unit, StringComparison.Ordinal);
        var image = SourceTree.Read("Dockerfile");
        Assert.Contains("-chiseled\n", image, StringComparison.Ordinal);
        Assert.Contains("\nUSER $APP_UID\n", image, StringComparison.Ordinal);
        Assert.DoesNotContain(":latest", image, StringComparison.Ordinal);
    }

    [GeneratedRegex("alitanews\\.[a-z]+\\.?[a-z_]*(?=\")")]
    private static partial Regex Number();
}

namespace AlitaNews.Site.Tests.Browser;

public sealed class ChromiumTests
{
    [Fact]
    public void A_machine_without_Chromium_is_told_how_to_get_it() =>
        Assert.Contains("apt-get install", Assert.Throws<InvalidOperationException>(static () => Chromium.Find(null, "/nowhere")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_program_that_is_named_but_missing_is_named_in_the_complaint() =>
        Assert.Contains("/nowhere/chrome", Assert.Throws<InvalidOperationException>(static () => Chromium.Find("/nowhere/chrome", "")).Message, StringComparison.Ordinal);
}

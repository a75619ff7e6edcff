using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Newsroom.Tests.Claims;

public sealed class EchoTests
{
    [Fact]
    public void Those_who_repeat_are_told_from_those_who_know()
    {
        SourceVoice[] voices = [new("insider", SourceRole.Origin), .. Enumerable.Range(1, 7).Select(static i => new SourceVoice($"outlet-{i}", SourceRole.Relay))];

        Assert.Equal("Seven outlets, one source.", Echo.InWords(voices));
    }

    [Fact]
    public void Nobody_who_repeats_makes_no_echo() => Assert.Null(Echo.InWords([new("insider", SourceRole.Origin), new("studio", SourceRole.Denies)]));

    [Fact]
    public void Who_repeats_what_they_know_themselves_is_a_source() =>
        Assert.Equal("One outlet, two sources.", Echo.InWords([
            new("insider", SourceRole.Origin), new("paper", SourceRole.Relay), new("agent", SourceRole.Relay), new("agent", SourceRole.Corroborates)]));

    [Fact]
    public void Large_numbers_are_figures() =>
        Assert.Equal("13 outlets, no sources.", Echo.InWords(Enumerable.Range(1, 13).Select(static i => new SourceVoice($"o{i}", SourceRole.Relay))));
}

using AlitaNews.Newsroom.Mending;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Tests.Mending;

public sealed class MenderTests
{
    [Theory]
    [InlineData("---\ntitle: One\nsumary: Short\n---\nText.\n", "---\ntitle: One\nsummary: Short\n---\nText.\n")]
    [InlineData("+++\ntitle = \"One\"\nexpirs = 2026-01-01\n+++\nText.\n", "+++\ntitle = \"One\"\nexpires = 2026-01-01\n+++\nText.\n")]
    [InlineData("---\ntitle: \"RUMOUR: Alita returns\"\ndate: 2026-01-01\n---\nText.\n", "---\ntitle: \"Alita returns\"\nkind: rumour\ndate: 2026-01-01\n---\nText.\n")]
    [InlineData("---\nkind: rumour\ntitle: Rumour – Alita returns\n---\nText.\n", "---\nkind: rumour\ntitle: Alita returns\n---\nText.\n")]
    [InlineData("---\nkind: rumour\ntitle: \"RUMOUR: Unconfirmed: Alita returns\"\n---\nText.\n", "---\nkind: rumour\ntitle: \"Alita returns\"\n---\nText.\n")]
    public void What_can_only_mean_one_thing_is_mended_once(string before, string after)
    {
        Assert.Equal(after, Mend(before));
        Assert.Null(Mend(after));
    }

    [Theory]
    [InlineData("---\ntitle: One\nsummary: Short\nsumary: Shorter\n---\nText.\n")] // the right key is taken
    [InlineData("---\ntitle: One\nwordpress_id: 1\n---\nText.\n")]
    [InlineData("---\ntitle: \"RUMOUR: \\\"Alita\\\" returns\"\n---\nText.\n")] // reads otherwise than it is written
    [InlineData("---\ntitle: Rumour – null\n---\nText.\n")] // would be no title any more
    [InlineData("---\ntitle: One\n---\nRUMOUR: sumary: text.\n")]
    [InlineData("# RUMOUR: One\n")]
    [InlineData("---\ntitle: [\n---\nText.\n")]
    public void What_is_not_certain_is_left_alone(string text) => Assert.Null(Mend(text));

    private static string? Mend(string text) => Mender.Mend(SourceFile.FromText("articles/a.md", text))?.Text;
}

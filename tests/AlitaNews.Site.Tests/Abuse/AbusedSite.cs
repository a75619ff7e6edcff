using AlitaNews.Site.Tests.Live;
using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.Abuse;

/// <summary>One small site for all who abuse it.</summary>
public sealed class AbusedSite : IAsyncLifetime
{
    public const int SearchesPerMinute = 50;

    internal NewsSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await NewsSite.StartAsync(
        "2024-06-01T12:00:00Z",
        new Dictionary<string, string>
        {
            ["articles/story.md"] = LiveSite.Article("Story", "Words of a film.", "claims: [{id: a-claim, text: It is so, status: rumour, due: 2024, sources: [somebody]}]\n"),
            ["sources/somebody.md"] = "---\nname: Somebody\nkind: leaker\n---\n",
        },
        $"--Alita:SearchesPerMinute={SearchesPerMinute}");

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

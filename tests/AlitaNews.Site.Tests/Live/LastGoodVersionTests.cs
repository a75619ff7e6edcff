using System.Diagnostics;
using static AlitaNews.Site.Tests.Live.LiveSite;

namespace AlitaNews.Site.Tests.Live;

/// <summary>Files that are there and cannot be published: what readers saw of them last is what they go on seeing.</summary>
public sealed class LastGoodVersionTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Theory]
    [InlineData("by-id", "id: by-id\ntitle: [\n---\nWords.\n", "id: by-id\n")] // its id is written
    [InlineData("by-slug", "slug: by-slug\ndate: [\n---\nWords.\n", "slug: by-slug\n")]
    [InlineData("by-title", "title: The story called by-title\ndate: 32/13/2024\n---\nWords.\n", "")]
    [InlineData("by-words", "title: Another title\ndate: [\n---\nOne fine day the story of by-words began, with ten and more words in it, and it ended.\n", "")]
    public async Task A_file_renamed_and_broken_in_one_save_keeps_its_last_good_version(string name, string broken, string more)
    {
        site.Write($"articles/{name}.md", Article($"The story called {name}", $"One fine day the story of {name} began, with ten and more words in it, and it ended.", more));
        await site.AnswersAsync($"/news/{name}", 200);
        await using (site.ReadOn($"/news/{name}"))
        {
            site.Write($"articles/renamed/{name}-2.md", "---\n" + broken);
            File.Delete(site.At($"articles/{name}.md"));
            await site.CountsAsync(1, "select count(*) from article where id = $1 and path = $2", name, $"articles/renamed/{name}-2.md");
            await site.CountsAsync(0, "select count(*) from problem where path = $1", $"articles/{name}.md");
        }

        Assert.NotEqual(0, await site.AskAsync("select count(*) from problem where path = $1 and severity = 'error'", $"articles/renamed/{name}-2.md"));

        // Mended, it is the same article under its new name.
        site.Write($"articles/renamed/{name}-2.md", Article("Mended", "Mended.", more));
        var address = more.StartsWith("slug", StringComparison.Ordinal) ? $"/news/{name}" : $"/news/{name}-2";
        await site.ShowsAsync(address, "Mended.");
        if (address != $"/news/{name}")
            await site.LeadsToAsync($"/news/{name}", address);
        Assert.Equal(1, await site.AskAsync("select count(*) from article where id = $1 and not vanished", name));
    }

    [Fact]
    public async Task A_renamed_and_broken_file_that_is_deleted_then_is_gone()
    {
        site.Write("articles/really.md", Article("Really", "First."));
        await site.ShowsAsync("/news/really", "First.");
        site.Move("articles/really.md", "articles/film/really.md");
        site.Write("articles/film/really.md", "---\ntitle: [\n---\n");
        await site.CountsAsync(1, "select count(*) from article where id = 'really' and path = 'articles/film/really.md'");
        await site.AnswersAsync("/news/really", 200);
        File.Delete(site.At("articles/film/really.md"));
        await site.AnswersAsync("/news/really", 410);
        site.Write("articles/really.md", Article("Really", "Back."));
        await site.ShowsAsync("/news/really", "Back.");
    }

    [Fact]
    public async Task A_whole_file_of_its_id_takes_the_place_of_a_renamed_and_broken_one()
    {
        site.Write("articles/undone.md", Article("Undone", "First."));
        await site.ShowsAsync("/news/undone", "First.");
        await using (site.ReadOn("/news/undone"))
        {
            site.Move("articles/undone.md", "articles/film/undone-too.md");
            site.Write("articles/film/undone-too.md", "---\nid: undone\ntitle: [\n---\n");
            await site.CountsAsync(1, "select count(*) from article where id = 'undone' and path = 'articles/film/undone-too.md'");
            site.Write("articles/undone.md", Article("Undone", "Whole."));
            await site.ShowsAsync("/news/undone", "Whole.");
        }

        site.Write("articles/film/undone-too.md", Article("Another", "Another one."));
        await site.ShowsAsync("/news/undone-too", "Another one.");
        await site.ShowsAsync("/news/undone", "Whole.");
    }

    [Fact]
    public async Task A_broken_newcomer_keeps_nobody_from_being_deleted()
    {
        site.Write("articles/deleted.md", Article("A story of its own", "Some words that are nowhere else in this folder, ten of them and more."));
        await site.AnswersAsync("/news/deleted", 200);
        site.Write("articles/stranger.md", "---\ntitle: [\n---\nSomebody else wrote this, and of quite another thing it tells.\n");
        File.Delete(site.At("articles/deleted.md"));
        await site.AnswersAsync("/news/deleted", 410);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_and_stays_as_it_was()
    {
        site.Write("articles/pipe.md", Article("Pipe", "First."));
        site.Write("articles/circle/inside.md", Article("Inside", "Inside."));
        await site.ShowsAsync("/news/pipe", "First.");
        await site.ShowsAsync("/news/inside", "Inside.");
        await using (site.ReadOn("/news/pipe"))
        await using (site.ReadOn("/news/inside"))
        {
            File.Delete(site.At("articles/pipe.md"));
            using (var made = Process.Start("mkfifo", [site.At("articles/pipe.md")]))
                await made.WaitForExitAsync();
            Directory.Move(site.At("articles/circle"), Path.Combine(site.Outside, "circle"));
            File.CreateSymbolicLink(site.At("articles/circle"), site.At("articles/circle"));
            await site.ReportsAsync("articles/pipe.md", "AN0704");
            await site.ReportsAsync("articles/circle", "AN0704");
            var told = await site.UntilAsync("/desk/problems.json", static (status, _) => status == 200, site.Management);
            Assert.Contains("articles/circle", told, StringComparison.Ordinal);
            Assert.Equal(200, (int)(await site.Management.GetAsync("/desk")).StatusCode);

            File.Delete(site.At("articles/circle"));
            Directory.Move(Path.Combine(site.Outside, "circle"), site.At("articles/circle"));
            File.Delete(site.At("articles/pipe.md"));
            site.Write("articles/pipe.md", Article("Pipe", "A file again."));
            await site.ShowsAsync("/news/pipe", "A file again.");
            await site.CountsAsync(0, "select count(*) from problem where code = 'AN0704'");
        }
    }

    [Fact]
    public async Task Defaults_with_an_error_hold_as_they_were()
    {
        site.Write("articles/secret/_defaults.yaml", "draft: true\n");
        site.Write("articles/secret/plan.md", Article("Plan", "Secret."));
        await site.CountsAsync(1, "select count(*) from article where id = 'plan' and draft");
        site.Write("articles/secret/_defaults.yaml", "draft: [tru");
        site.Write("articles/secret/second.md", Article("Second", "Secret too."));
        await site.CountsAsync(1, "select count(*) from article where id = 'second' and draft");
        Assert.Equal(1, await site.AskAsync("select count(*) from article where id = 'plan' and draft"));
    }
}

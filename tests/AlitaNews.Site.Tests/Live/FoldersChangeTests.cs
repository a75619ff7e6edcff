using static AlitaNews.Site.Tests.Live.LiveSite;

namespace AlitaNews.Site.Tests.Live;

/// <summary>Whole folders that come, go, move and are many.</summary>
public sealed class FoldersChangeTests(LiveSite site) : IClassFixture<LiveSite>
{
    // More than one part of a round.
    private const int Many = 1_200;

    [Fact]
    public async Task A_new_tree_of_folders_is_seen_to_its_ground()
    {
        site.Write("articles/a/b/c/d/ground.md", Article("Ground", "Deep."));
        await site.ShowsAsync("/news/ground", "Deep.");
    }

    [Fact]
    public async Task A_folder_moved_in_and_out_comes_and_goes_with_all_it_holds()
    {
        var outside = Path.Combine(site.Outside, "prepared");
        Directory.CreateDirectory(Path.Combine(outside, "inner"));
        File.WriteAllText(Path.Combine(outside, "come-1.md"), Article("One", "Came."));
        File.WriteAllText(Path.Combine(outside, "inner", "come-2.md"), Article("Two", "Came too."));
        Directory.Move(outside, site.At("articles/prepared"));
        await site.ShowsAsync("/news/come-1", "Came.");
        await site.ShowsAsync("/news/come-2", "Came too.");

        site.Move("articles/prepared", "articles/renamed");
        await site.ShowsAsync("/news/come-2", "/sections/renamed");
        await site.ShowsAsync("/news/come-1", "Came.");

        Directory.Move(site.At("articles/renamed"), outside);
        await site.AnswersAsync("/news/come-1", 410);
        await site.AnswersAsync("/news/come-2", 410);
        Directory.Move(outside, site.At("articles/prepared"));
        await site.ShowsAsync("/news/come-1", "Came.");
        await site.ShowsAsync("/news/come-2", "Came too.");
    }

    [Fact]
    public async Task Links_are_followed_inside_the_folder_and_nowhere_else()
    {
        site.Write("store/linked.md", Article("Linked", "Through a link."));
        Directory.CreateSymbolicLink(site.At("articles/link"), site.At("store"));
        await site.ShowsAsync("/news/linked", "Through a link.");
        site.Write("store/linked.md", Article("Linked", "Changed behind the link."));
        await site.ShowsAsync("/news/linked", "Changed behind the link.");

        var foreign = Path.Combine(site.Outside, "foreign");
        Directory.CreateDirectory(foreign);
        File.WriteAllText(Path.Combine(foreign, "stranger.md"), Article("Stranger", "Not ours."));
        Directory.CreateSymbolicLink(site.At("articles/foreign"), foreign);
        File.CreateSymbolicLink(site.At("articles/stranger-too.md"), Path.Combine(foreign, "stranger.md"));
        Directory.CreateSymbolicLink(site.At("articles/circle"), site.At("articles"));
        File.CreateSymbolicLink(site.At("ads.txt"), Path.Combine(foreign, "stranger.md"));
        site.Write("articles/after-links.md", Article("After", "Seen."));
        await site.ShowsAsync("/news/after-links", "Seen.");
        Assert.Equal(0, await site.AskAsync("select count(*) from file where path like '%stranger%' or path like '%circle%'"));
        await site.AnswersAsync("/ads.txt", 404);
    }

    [Fact]
    public async Task A_folder_that_may_not_be_read_is_not_a_deletion()
    {
        site.Write("articles/locked/inside.md", Article("Inside", "Locked in."));
        await site.ShowsAsync("/news/inside", "Locked in.");
        await using (site.ReadOn("/news/inside"))
        {
            File.SetUnixFileMode(site.At("articles/locked"), UnixFileMode.None);
            site.Write("articles/meanwhile.md", Article("Meanwhile", "Life goes on."));
            await site.ShowsAsync("/news/meanwhile", "Life goes on.");
            File.SetUnixFileMode(site.At("articles/locked"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            site.Write("articles/locked/inside.md", Article("Inside", "Open again."));
            await site.ShowsAsync("/news/inside", "Open again.");
        }
    }

    [Fact]
    public async Task A_bundle_that_comes_and_goes_changes_what_lies_beside_it()
    {
        site.Write("articles/pack/part.md", Article("Part", "Loose."));
        await site.ShowsAsync("/news/part", "Loose.");
        site.Write("articles/pack/index.md", Article("Pack", "Bundle."));
        await site.ShowsAsync("/news/pack", "Bundle.");
        await site.AnswersAsync("/news/part", 410);
        File.Delete(site.At("articles/pack/index.md"));
        await site.ShowsAsync("/news/part", "Loose.");
        await site.AnswersAsync("/news/pack", 410);
    }

    [Fact]
    public async Task A_file_of_no_kind_of_ours_makes_no_rounds()
    {
        site.Write("articles/notes.txt", "Nothing.");
        site.Write("articles/with-notes.md", Article("With notes", "Something."));
        await site.ShowsAsync("/news/with-notes", "Something.");
        Assert.Equal(0, await site.AskAsync("select count(*) from file where path like '%.txt'"));
    }

    [Fact]
    public async Task Many_files_come_change_and_move_at_once()
    {
        var outside = Path.Combine(site.Outside, "many");
        Directory.CreateDirectory(outside);
        for (var i = 0; i < Many; i++)
            File.WriteAllText(Path.Combine(outside, $"bulk-{i}.md"), Article($"Bulk {i}", $"Number {i}."));
        Directory.Move(outside, site.At("articles/bulk"));
        await site.CountsAsync(Many, "select count(*) from article where id like 'bulk-%' and not vanished");
        await site.ShowsAsync("/news/bulk-1199", "Number 1199.");

        // What a folder says is said again for every article below.
        site.Write("articles/bulk/_defaults.yaml", "tags: [bulky]\n");
        await site.CountsAsync(Many, "select count(*) from listing where list = 'tag:bulky'");
        Assert.Equal(Many, await site.AskAsync("select count(*) from listing where list = 'section:bulk'"));

        await using (site.ReadOn("/news/bulk-0"))
        {
            site.Move("articles/bulk", "articles/zulu");
            await site.CountsAsync(Many, "select count(*) from listing where list = 'section:zulu'");
        }

        Assert.Equal(Many, await site.AskAsync("select count(*) from article where id like 'bulk-%' and not vanished and text_changed is null"));
        Assert.Equal(0, await site.AskAsync("select count(*) from article where vanished and id like 'bulk-%'"));
        Directory.Delete(site.At("articles/zulu"), recursive: true);
        await site.CountsAsync(0, "select count(*) from article where id like 'bulk-%' and not vanished");
    }
}

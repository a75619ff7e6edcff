using static AlitaNews.Site.Tests.Live.LiveSite;

namespace AlitaNews.Site.Tests.Live;

/// <summary>The ways in which editors and their tools save, rename and delete.</summary>
public sealed class EditorsSaveTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task A_file_replaced_by_a_rename_is_the_new_page()
    {
        await PublishAsync("atomic");
        await using (site.ReadOn("/news/atomic"))
        {
            File.WriteAllText(site.At("articles/.atomic.md.tmp"), Article("Atomic", "Replaced."));
            File.Move(site.At("articles/.atomic.md.tmp"), site.At("articles/atomic.md"), overwrite: true);
            await site.ShowsAsync("/news/atomic", "Replaced.");
        }
    }

    [Fact]
    public async Task A_save_by_backup_and_new_file_is_a_save()
    {
        await PublishAsync("vim");
        await using (site.ReadOn("/news/vim"))
        {
            site.Write("articles/4913", "");
            File.Delete(site.At("articles/4913"));
            site.Move("articles/vim.md", "articles/vim.md~");
            site.Write("articles/vim.md", Article("Vim", "Written."));
            File.Delete(site.At("articles/vim.md~"));
            await site.ShowsAsync("/news/vim", "Written.");
        }
    }

    [Fact]
    public async Task Of_a_file_half_written_the_last_good_version_stays()
    {
        await PublishAsync("halves");
        await using (site.ReadOn("/news/halves"))
        {
            site.Write("articles/halves.md", "---\ntitle: \"Hal");
            await site.CountsAsync(1, "select count(*) from file where path = $1 and state = 'held'", "articles/halves.md");
            Assert.Contains("First.", await site.ShowsAsync("/news/halves", "First."), StringComparison.Ordinal);
            File.AppendAllText(site.At("articles/halves.md"), "ves\"\ndate: 2024-01-02\n---\nWhole.\n");
            await site.ShowsAsync("/news/halves", "Whole.");
        }

        await site.CountsAsync(0, "select count(*) from problem where path = $1 and severity = 'error'", "articles/halves.md");
    }

    [Fact]
    public async Task A_file_deleted_and_written_again_never_leaves_its_address()
    {
        await PublishAsync("again");
        await using (site.ReadOn("/news/again"))
        {
            File.Delete(site.At("articles/again.md"));
            site.Write("articles/something-new.md", Article("Something new", "Beside it, and of another length."));
            site.Write("articles/again.md", Article("Again", "Back."));
            await site.ShowsAsync("/news/again", "Back.");
        }
    }

    [Fact]
    public async Task A_renamed_file_keeps_what_it_is_and_its_old_address_leads_to_the_new_one()
    {
        await PublishAsync("old-name");
        site.Move("articles/old-name.md", "articles/new-name.md");
        await site.ShowsAsync("/news/new-name", "First.");
        await site.LeadsToAsync("/news/old-name", "/news/new-name");

        // By a tool that writes the file anew: another inode.
        var text = File.ReadAllText(site.At("articles/new-name.md"));
        File.Delete(site.At("articles/new-name.md"));
        site.Write("articles/third-name.md", text);
        await site.ShowsAsync("/news/third-name", "First.");
        await site.LeadsToAsync("/news/old-name", "/news/third-name");
        await site.LeadsToAsync("/news/new-name", "/news/third-name");

        site.Move("articles/third-name.md", "articles/old-name.md");
        await site.ShowsAsync("/news/old-name", "First.");
        await site.LeadsToAsync("/news/third-name", "/news/old-name");
        Assert.Equal(1, await site.AskAsync("select count(*) from article where id = 'old-name'"));
    }

    [Fact]
    public async Task A_file_moved_between_folders_stays_at_its_address()
    {
        site.Write("articles/film/mover.md", Article("Mover", "First."));
        await site.ShowsAsync("/news/mover", "First.");
        await using (site.ReadOn("/news/mover"))
        {
            site.Move("articles/film/mover.md", "articles/games/deep/mover.md");
            await site.ShowsAsync("/news/mover", "/sections/games");
        }
    }

    [Fact]
    public async Task A_renamed_and_only_recased_file_stays_at_its_address()
    {
        await PublishAsync("Recased", "recased");
        await using (site.ReadOn("/news/recased"))
        {
            site.Move("articles/Recased.md", "articles/recased.md");
            await site.CountsAsync(1, "select count(*) from article where id = 'recased' and path = 'articles/recased.md'");
        }
    }

    [Fact]
    public async Task A_deleted_file_answers_410_and_what_it_said_of_claims_stays()
    {
        site.Write("articles/gone.md", Article("Gone", "First.", "kind: rumour\nclaims:\n  - { id: goner, text: It goes, status: rumour, sources: [someone] }\n"));
        await site.AnswersAsync("/news/gone", 200);
        File.Delete(site.At("articles/gone.md"));
        await site.AnswersAsync("/news/gone", 410);
        await site.ReportsAsync("articles/gone.md", "AN0309");
        Assert.Equal(1, await site.AskAsync("select count(*) from claim_event where claim = 'goner'"));

        // It comes back under another name of file: the desk has nothing more to say, and what it said counts once.
        site.Write("articles/elsewhere/gone.md", Article("Gone", "Second.", "kind: rumour\nclaims:\n  - { id: goner, text: It goes, status: rumour, sources: [someone] }\n"));
        await site.ShowsAsync("/news/gone", "Second.");
        Assert.Equal(1, await site.AskAsync("select count(*) from claim_event where claim = 'goner'"));
        Assert.Equal(0, await site.AskAsync("select count(*) from problem where code = 'AN0309' and path = 'articles/gone.md'"));
        Assert.Equal(0, await site.AskAsync("select count(*) from file where path = 'vanished:gone'"));
    }

    [Fact]
    public async Task A_deleted_draft_or_scheduled_article_leaves_nothing_behind()
    {
        site.Write("articles/never-draft.md", Article("Draft", "First.", "draft: true\n"));
        site.Write("articles/never-public.md", Article("Later", "First.", "publish: 2030-01-01\n"));
        await site.CountsAsync(2, "select count(*) from article where id in ('never-draft', 'never-public')");
        File.Delete(site.At("articles/never-draft.md"));
        File.Delete(site.At("articles/never-public.md"));
        await site.CountsAsync(0, "select count(*) from article where id in ('never-draft', 'never-public')");
        await site.AnswersAsync("/news/never-public", 404);
    }

    [Fact]
    public async Task Two_files_may_swap_their_slugs_in_one_save()
    {
        site.Write("articles/swap-1.md", Article("One", "Body one.", "slug: left\n"));
        site.Write("articles/swap-2.md", Article("Two", "Body two.", "slug: right\n"));
        await site.ShowsAsync("/news/left", "Body one.");
        await site.ShowsAsync("/news/right", "Body two.");
        await using (site.ReadOn("/news/left"))
        await using (site.ReadOn("/news/right"))
        {
            site.Write("articles/swap-1.md", Article("One", "Body one.", "slug: right\n"));
            site.Write("articles/swap-2.md", Article("Two", "Body two.", "slug: left\n"));
            await site.ShowsAsync("/news/left", "Body two.");
            await site.ShowsAsync("/news/right", "Body one.");
        }
    }

    [Fact]
    public async Task Two_files_may_swap_their_slugs_in_two_saves()
    {
        site.Write("articles/later-1.md", Article("One", "Body one.", "slug: early\n"));
        site.Write("articles/later-2.md", Article("Two", "Body two.", "slug: late\n"));
        await site.ShowsAsync("/news/early", "Body one.");
        await site.ShowsAsync("/news/late", "Body two.");
        await using (site.ReadOn("/news/early"))
        await using (site.ReadOn("/news/late"))
        {
            site.Write("articles/later-1.md", Article("One", "Body one.", "slug: late\n"));
            await site.ReportsAsync("articles/later-1.md", "AN0301");
            site.Write("articles/later-2.md", Article("Two", "Body two.", "slug: early\n"));
            await site.ShowsAsync("/news/early", "Body two.");
            await site.ShowsAsync("/news/late", "Body one.");
        }
    }

    [Fact]
    public async Task Of_two_files_with_one_slug_the_live_one_keeps_it_until_it_goes()
    {
        site.Write("articles/rival-1.md", Article("First come", "The one.", "slug: rival\n"));
        await site.ShowsAsync("/news/rival", "The one.");
        site.Write("articles/rival-0.md", Article("Too late", "The other.", "slug: rival\n"));
        await site.ReportsAsync("articles/rival-0.md", "AN0301");
        await site.ShowsAsync("/news/rival", "The one.");
        File.Delete(site.At("articles/rival-1.md"));
        await site.ShowsAsync("/news/rival", "The other.");
        await site.CountsAsync(0, "select count(*) from problem where path = 'articles/rival-0.md' and severity = 'error'");
    }

    [Fact]
    public async Task A_broken_file_is_named_keeps_its_last_good_version_and_is_mended()
    {
        await PublishAsync("breaks");
        site.Write("articles/breaks.md", "---\ntitle: [\n---\nBroken.\n");
        await site.CountsAsync(1, "select count(distinct path) from problem where path = 'articles/breaks.md' and severity = 'error'");
        await site.ShowsAsync("/news/breaks", "First.");
        site.Write("articles/breaks.md", Article("Breaks", "Mended."));
        await site.ShowsAsync("/news/breaks", "Mended.");
        await site.CountsAsync(0, "select count(*) from problem where path = 'articles/breaks.md' and severity = 'error'");
    }

    [Fact]
    public async Task A_file_that_the_store_refuses_is_named_and_stops_no_other()
    {
        await PublishAsync("poison");
        site.Write("articles/poison.md", "---\ntitle: \"A\\0B\"\ndate: 2024-01-02\n---\nPoison.\n");
        site.Write("articles/after-poison.md", Article("After", "Unharmed."));
        await site.ShowsAsync("/news/after-poison", "Unharmed.");
        await site.AnswersAsync("/news/poison", 200);
        site.Write("articles/poison.md", Article("Poison", "Cured."));
        await site.ShowsAsync("/news/poison", "Cured.");
    }

    private Task PublishAsync(string name) => PublishAsync(name, name);

    private async Task PublishAsync(string name, string slug)
    {
        site.Write($"articles/{name}.md", Article(name, "First."));
        await site.ShowsAsync("/news/" + slug, "First.");
    }
}

using System.Globalization;
using AlitaNews.Site.Tests.Pictures;
using static AlitaNews.Site.Tests.Live.LiveSite;

namespace AlitaNews.Site.Tests.Live;

/// <summary>Changes of one file, or of the clock, that change other pages; and what a restart finds.</summary>
public sealed class SettingsChangeTests : IAsyncLifetime
{
    private readonly LiveSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Folder_defaults_and_the_site_file_change_what_depends_on_them()
    {
        _site.Write("articles/film/local.md", "---\ntitle: Local\ndate: 2024-01-02 12:00\n---\nText.\n");
        await _site.ShowsAsync("/news/local", "2024-01-02T12:00");
        _site.Write("articles/film/_defaults.yaml", "kicker: Silver Screen\n");
        await _site.ShowsAsync("/news/local", "Silver Screen");
        File.Delete(_site.At("articles/film/_defaults.yaml"));
        await _site.UntilAsync("/news/local", (_, page) => !page.Contains("Silver Screen", StringComparison.Ordinal));

        _site.Write("topics/wings.md", "---\nname: Wings\n---\nThey flap.\n");
        await _site.CountsAsync(1, "select count(*) from dossier where id = 'wings'");
        _site.Clock.Now = At("2024-06-01T12:30:00Z");
        _site.Write("site.yaml", "title: Another name\ntimezone: Asia/Tokyo\n");
        await _site.ShowsAsync("/news/local", "Another name");
        await _site.CountsAsync(1, "select count(*) from article where id = 'local' and publish = '2024-01-02T03:00Z'");
        Assert.Equal(1, await _site.AskAsync("select count(*) from dossier where id = 'wings' and updated = '2024-06-01T12:00Z'"));
        _site.Move("site.yaml", "site.yml");
        await _site.CountsAsync(1, "select count(*) from file where path = 'site.yml'");
        await _site.ShowsAsync("/news/local", "Another name");
        File.Delete(_site.At("site.yml"));
        await _site.CountsAsync(1, "select count(*) from article where id = 'local' and publish = '2024-01-02T12:00Z'");
    }

    [Fact]
    public async Task A_sidecar_changes_every_page_that_shows_the_picture()
    {
        Directory.CreateDirectory(_site.At("media"));
        File.WriteAllBytes(_site.At("media/face.png"), PictureFiles.Png(40, 30));
        _site.Write("articles/one.md", Article("One", "![A face](face.png)"));
        _site.Write("articles/two.md", Article("Two", "![A face](face.png)"));
        await _site.ShowsAsync("/news/one", "/media/face.png");
        await _site.ShowsAsync("/news/two", "/media/face.png");
        _site.Write("media/face.png.yaml", "caption: Unmasked at last.\n");
        await _site.ShowsAsync("/news/one", "Unmasked at last.");
        await _site.ShowsAsync("/news/two", "Unmasked at last.");
        _site.Write("media/face.png.yml", "caption: Said twice.\n");
        await _site.CountsAsync(1, "select count(*) from file where path = 'media/face.png.yml' and state = 'held'");
        File.Delete(_site.At("media/face.png.yaml"));
        await _site.ShowsAsync("/news/one", "Said twice.");
    }

    [Fact]
    public async Task Publication_expiry_and_the_end_of_a_pin_come_by_the_clock()
    {
        _site.Write("articles/later.md", Article("Later", "Text.", "publish: 2024-06-01T13:00:00Z\nexpires: 2024-06-01T14:00:00Z\n"));
        _site.Write("articles/old.md", Article("Pinned", "Text.", "featured: 2024-06-01T13:00:00Z\n"));
        _site.Write("articles/new.md", Article("Newest", "Text.").Replace("2024-01-02", "2024-05-02", StringComparison.Ordinal));
        await _site.UntilAsync("/", (_, page) => Before(page, "Pinned", "Newest"));
        await _site.AnswersAsync("/news/later", 404);

        _site.Clock.Now = At("2024-06-01T13:00:00Z");
        await _site.AnswersAsync("/news/later", 200);
        await _site.UntilAsync("/", (_, page) => Before(page, "Later", "Newest") && Before(page, "Newest", "Pinned"));

        _site.Clock.Now = At("2024-06-01T14:00:00Z");
        await _site.ShowsAsync("/news/later", "Archived on");
        await _site.UntilAsync("/", (_, page) => !page.Contains("/news/later", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_root_that_goes_and_returns_keeps_every_page_meanwhile()
    {
        _site.Write("articles/stays.md", Article("Stays", "Before."));
        await _site.ShowsAsync("/news/stays", "Before.");
        var away = Path.Combine(_site.Outside, "away");
        await using (_site.ReadOn("/news/stays"))
        {
            Directory.Move(_site.Root, away);
            File.WriteAllText(Path.Combine(away, "articles", "stays.md"), Article("Stays", "After."));
            Directory.Move(away, _site.Root);
            await _site.ShowsAsync("/news/stays", "After.");
        }

        _site.Write("articles/stays.md", Article("Stays", "Watched again."));
        await _site.ShowsAsync("/news/stays", "Watched again.");
    }

    [Fact]
    public async Task A_writer_that_is_cut_off_again_and_again_ends_with_everything_written()
    {
        for (var i = 0; i < 12; i++)
        {
            _site.Write($"articles/cut-{i}.md", Article($"Cut {i}", $"Number {i}."));
            await _site.AskAsync("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        }

        await _site.CountsAsync(12, "select count(*) from article where id like 'cut-%'");
        for (var i = 0; i < 12; i++)
            await _site.ShowsAsync($"/news/cut-{i}", $"Number {i}.");
        Assert.Equal(0, await _site.AskAsync("select count(*) from (select article, list from listing group by article, list having count(*) > 1) doubled"));
    }

    [Fact]
    public async Task A_restart_remembers_what_only_watching_knows()
    {
        _site.Write("articles/claimer.md", Article("Claimer", "Text.", "claims:\n  - { id: doubled, text: It is said once, status: rumour, sources: [someone] }\n"));
        _site.Write("articles/winner.md", Article("Winner", "The live one.", "slug: prize\n"));
        await _site.AnswersAsync("/news/claimer", 200);
        await _site.AnswersAsync("/news/prize", 200);
        File.Delete(_site.At("articles/claimer.md"));
        _site.Write("articles/loser.md", Article("Loser", "The held one.", "slug: prize\n"));
        await _site.AnswersAsync("/news/claimer", 410);
        await _site.ReportsAsync("articles/loser.md", "AN0301");
        _site.Write("articles/claimer.md", Article("Claimer", "Back.", "claims:\n  - { id: doubled, text: It is said once, status: rumour, sources: [someone] }\n"));
        await _site.ShowsAsync("/news/claimer", "Back.");

        await _site.EndAsync();
        _site.Write("site.yaml", "title: Live\ntimezone: Asia/Tokyo\nmedia-roots: [pix]\n");
        _site.Write("articles/_defaults.yaml", "kicker: While you slept\n");
        Directory.CreateDirectory(Path.Combine(_site.Outside, "pix"));
        File.WriteAllBytes(Path.Combine(_site.Outside, "pix", "face.png"), PictureFiles.Png(40, 30));
        await _site.BeginAsync();

        await _site.ShowsAsync("/news/prize", "While you slept");
        await _site.CountsAsync(1, "select count(*) from media where path = '../pix/face.png'");
        Assert.Equal(1, await _site.AskAsync("select count(*) from problem where path = 'articles/loser.md' and code = 'AN0301'"));
        _site.Write("articles/claimer.md", Article("Claimer", "Once more.", "claims:\n  - { id: doubled, text: It is said once, status: rumour, sources: [someone] }\n"));
        await _site.ShowsAsync("/news/claimer", "Once more.");
        Assert.Equal(1, await _site.AskAsync("select count(*) from claim_event where claim = 'doubled'"));
        File.Delete(_site.At("articles/winner.md"));
        await _site.ShowsAsync("/news/prize", "The held one.");
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static bool Before(string page, string first, string second) =>
        page.IndexOf($">{first}<", StringComparison.Ordinal) is var one && page.IndexOf($">{second}<", StringComparison.Ordinal) is var other && one >= 0 && other > one;
}

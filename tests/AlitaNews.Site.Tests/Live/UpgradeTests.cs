using static AlitaNews.Site.Tests.Live.LiveSite;

namespace AlitaNews.Site.Tests.Live;

/// <summary>A new build over the database of an older one, which made other pages of the same files.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private readonly LiveSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Another_build_compiles_every_file_again_and_calls_nothing_changed()
    {
        _site.Write("articles/one.md", Article("One", "As it is written."));
        _site.Write("topics/wings.md", "---\nname: Wings\n---\nThey flap.\n");
        await _site.ShowsAsync("/news/one", "As it is written.");
        await _site.ShowsAsync("/topics/wings", "They flap.");
        await _site.EndAsync();
        await _site.AskAsync("with old as (update article set body = '<p>As once compiled.</p>', text_hash = '\\x00' returning 1) select count(*) from old");
        await _site.AskAsync("with old as (update dossier set body = '<p>So once compiled.</p>', text_hash = '\\x00', updated = '2024-05-05' returning 1) select count(*) from old");
        var before = await _site.AskAsync("with old as (update edition set compiled_by = 'another' returning number) select max(number) from old");

        _site.Clock.Now = new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero);
        await _site.BeginAsync();
        await _site.CountsAsync(1, "select count(*) from article where id = 'one' and body like '%As it is written.%'");
        await _site.CountsAsync(1, "select count(*) from dossier where id = 'wings' and body like '%They flap.%'");
        await _site.ShowsAsync("/news/one", "As it is written.");
        Assert.Equal(1, await _site.AskAsync("select count(*) from article where id = 'one' and text_changed is null and updated = publish"));
        Assert.Equal(1, await _site.AskAsync("select count(*) from dossier where id = 'wings' and updated = '2024-05-05'"));
        Assert.Equal(before + 1, await _site.AskAsync("select max(number) from edition"));

        // An editor's change after it is one, as ever.
        _site.Write("articles/one.md", Article("One", "As it is written now."));
        await _site.ShowsAsync("/news/one", "As it is written now.");
        Assert.Equal(1, await _site.AskAsync("select count(*) from article where id = 'one' and text_changed = '2024-07-01T12:00Z'"));
    }

    [Fact]
    public async Task A_folder_without_a_site_file_is_compiled_again_too()
    {
        File.Delete(_site.At("site.yaml"));
        await _site.CountsAsync(0, "select count(*) from site");
        _site.Write("articles/one.md", Article("One", "As it is written."));
        await _site.ShowsAsync("/news/one", "As it is written.");
        await _site.EndAsync();
        await _site.AskAsync("with old as (update article set body = '<p>As once compiled.</p>' returning 1) select count(*) from old");
        await _site.AskAsync("with old as (update edition set compiled_by = null returning 1) select count(*) from old");

        await _site.BeginAsync();
        await _site.CountsAsync(1, "select count(*) from article where id = 'one' and body like '%As it is written.%'");
    }

    [Fact]
    public async Task The_same_build_compiles_nothing_again()
    {
        _site.Write("articles/one.md", Article("One", "As it is written."));
        await _site.ShowsAsync("/news/one", "As it is written.");
        await _site.EndAsync();
        var before = await _site.AskAsync("select max(number) from edition");
        await _site.AskAsync("with old as (update article set body = '<p>Kept.</p>' returning 1) select count(*) from old");

        await _site.BeginAsync();
        _site.Write("articles/two.md", Article("Two"));
        await _site.ShowsAsync("/news/two", "Text.");
        await _site.ShowsAsync("/news/one", "Kept.");
        Assert.Equal(before + 1, await _site.AskAsync("select max(number) from edition"));
    }
}

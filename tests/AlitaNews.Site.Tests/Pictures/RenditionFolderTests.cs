using System.Security.Cryptography;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Pictures;
using AlitaNews.Web.Publishing;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlitaNews.Site.Tests.Pictures;

public sealed class RenditionFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("renditions-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void What_a_killed_process_left_and_what_an_earlier_recipe_made_is_tidied_away()
    {
        var folder = new RenditionFolder(_root);
        var kept = folder.Keep(new Rendition(Picture([1, 2, 3]), 480, RenditionFormat.WebP), [1, 2, 3]);
        var half = Path.Combine(_root, "pictures", "unfinished", "half");
        var fresh = Path.Combine(_root, "pictures", "unfinished", "fresh");
        var old = Path.Combine(_root, "pictures", "0", "aa", "old.webp");
        Directory.CreateDirectory(Path.GetDirectoryName(old)!);
        foreach (var file in (string[])[half, fresh, old])
            File.WriteAllText(file, "x");
        File.SetLastWriteTimeUtc(half, DateTime.UtcNow.AddDays(-1));

        folder.Tidy(DateTime.UtcNow);

        Assert.Equal((true, false, true, false), (File.Exists(kept), File.Exists(half), File.Exists(fresh), File.Exists(old)));
    }

    [Fact]
    public void What_is_said_of_a_picture_is_part_of_its_rendition()
    {
        var picture = Picture([1, 2, 3]);

        Assert.NotEqual(
            new Rendition(picture, 480, RenditionFormat.WebP).Key,
            new Rendition(picture with { Sidecar = """{"credit":"Ada"}""" }, 480, RenditionFormat.WebP).Key);
    }

    [Fact]
    public async Task Many_readers_of_one_rendition_wait_for_one_making()
    {
        var file = PictureFiles.Jpeg(900, 600);
        Directory.CreateDirectory(Path.Combine(_root, "content", "media"));
        await File.WriteAllBytesAsync(Path.Combine(_root, "content", "media", "a.jpg"), file);
        using var variants = new PictureVariants(new ContentFolder(Path.Combine(_root, "content")), new RenditionFolder(_root), NullLogger<PictureVariants>.Instance);
        var rendition = new Rendition(Picture(file), 480, RenditionFormat.WebP);

        var paths = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => variants.MakeAsync(rendition, CancellationToken.None)));

        Assert.Single(paths.Distinct());
        Assert.NotNull(paths[0]);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_root, "pictures", "unfinished")));
    }

    [Fact]
    public async Task A_file_that_is_no_longer_what_the_edition_knows_is_not_rendered_under_its_name()
    {
        Directory.CreateDirectory(Path.Combine(_root, "content", "media"));
        await File.WriteAllBytesAsync(Path.Combine(_root, "content", "media", "a.jpg"), PictureFiles.Jpeg(900, 600));
        using var variants = new PictureVariants(new ContentFolder(Path.Combine(_root, "content")), new RenditionFolder(_root), NullLogger<PictureVariants>.Instance);

        Assert.Null(await variants.MakeAsync(new Rendition(Picture([1, 2, 3]), 480, RenditionFormat.WebP), CancellationToken.None));
    }

    private static StoredPicture Picture(byte[] file) => new()
    {
        Path = "media/a.jpg",
        Hash = Convert.ToHexStringLower(SHA256.HashData(file)),
        Stored = "jpeg",
        Width = 900,
        Height = 600,
        Bytes = file.Length,
        Hidden = false,
    };
}

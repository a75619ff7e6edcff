using System.Security.Cryptography;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Site.Tests.Postgres;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Web.Pictures;
using Npgsql;

namespace AlitaNews.Site.Tests.Pictures;

/// <summary>A running site with a content folder and a data folder of its own, into which a test puts pictures.</summary>
internal sealed class PictureSite : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly string _connection;
    private long _edition = 1;

    private PictureSite(DirectoryInfo folder, string connection, RunningSite site)
    {
        _folder = folder;
        _connection = connection;
        Site = site;
    }

    public RunningSite Site { get; }

    public string Content => Path.Combine(_folder.FullName, "content");

    public string Data => Path.Combine(_folder.FullName, "data");

    public static async Task<PictureSite> StartAsync(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("pictures-");
        var site = await RunningSite.StartAsync(
            "--ConnectionStrings:Postgres=" + database.ConnectionString,
            "--Alita:Content=" + Path.Combine(folder.FullName, "content"),
            "--Alita:Data=" + Path.Combine(folder.FullName, "data"));
        return new PictureSite(folder, database.ConnectionString, site);
    }

    /// <summary>Writes a picture and makes it part of a new edition.</summary>
    /// <returns>Its fingerprint.</returns>
    public async Task<string> AddAsync(string path, byte[] file, string? sidecar = null)
    {
        var full = Path.Combine(Content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        await File.WriteAllBytesAsync(full, file);
        Assert.True(ImageHeader.TryRead(file, file.Length, out var header, out var problem), problem);
        var hash = SHA256.HashData(file);
        await RunAsync(
            "insert into media (path, hash, format, width, height, bytes) values ($1, $2, $3, $4, $5, $6) on conflict (path) do update set hash = excluded.hash, width = excluded.width, height = excluded.height, bytes = excluded.bytes",
            path, hash, header.Stored, header.Width, header.Height, (long)file.Length);
        if (sidecar is not null)
            await RunAsync("insert into sidecar (picture, path, facts) values ($1, $2, $3)", path, path + ".yaml", sidecar);
        Site.Edition.MoveTo(new(++_edition), nextTick: null);
        return RenditionAddress.FingerprintOf(Convert.ToHexString(hash));
    }

    public async Task RunAsync(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

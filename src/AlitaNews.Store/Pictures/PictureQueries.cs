using AlitaNews.Newsroom.Pictures;
using Dapper;

namespace AlitaNews.Store.Pictures;

/// <summary>A picture of the current edition, as the server of pictures needs it. Immutable.</summary>
public sealed record StoredPicture
{
    /// <summary>The format, as the store keeps it, of a file that is no picture and is served as it is.</summary>
    public const string OtherFile = "file";

    /// <summary>Where the file lies, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>Its content hash, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Its format as the store keeps it (<see cref="ImageHeader.Stored"/>).</summary>
    public required string Stored { get; init; }

    /// <summary>Width in pixels, as it is shown.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels, as it is shown.</summary>
    public required int Height { get; init; }

    /// <summary>The size of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>What its embedded metadata say, as the store keeps it; or null.</summary>
    public string? Embedded { get; init; }

    /// <summary>What its sidecar says, as the store keeps it; or null.</summary>
    public string? Sidecar { get; init; }

    /// <summary>Whether it belongs to an article that is not public (a draft, one that is scheduled, a tombstone): the desk shows it, nobody else.</summary>
    public required bool Hidden { get; init; }

    /// <summary>Whether it is no picture but another file of a bundle or of <c>media/</c>.</summary>
    public bool IsOtherFile => Stored == OtherFile;

    /// <summary>Its format; null for one that this build does not know, and for another file.</summary>
    public ImageFormat? Format => ImageHeader.FormatOf(Stored);

    /// <summary>Whether renditions are made of it.</summary>
    public bool HasVariants => ImageHeader.VariantsOf(Stored, Width, Height);

    /// <summary>What is said about it, whoever shows it.</summary>
    public PictureFacts Facts => Read(Sidecar).Or(Read(Embedded));

    private static PictureFacts Read(string? piece) => piece is null ? PictureFacts.None : Pieces.Read(piece, Pieces.Default.PictureFacts);
}

/// <summary>Finds pictures by their addresses. Thread-safe.</summary>
public sealed class PictureQueries(NewsDatabase database)
{
    // An address names, in this order (MediaAddress is the other way round): a file below media/, one of the bundle of the article with that
    // slug (or that once had it), one of the folder that article lies in, one by its whole path, one of a media root beside the content folder.
    private const string FindSql = """
        with owner as (
            select article.path, article.draft or article.publish > @now or article.removed is not null as hidden
            from article
            where article.slug = @slug and not article.vanished
            union all
            select article.path, article.draft or article.publish > @now or article.removed is not null
            from address
            join article on article.id = address.article
            where address.path = '/news/' || @slug and not article.vanished
        ), candidate as (
            select 1 as rank, 'media/' || @address as path, false as hidden
            union all
            select 2, regexp_replace(owner.path, '(/index)?\.(md|markdown)$', '') || '/' || @below, owner.hidden from owner
            union all
            select 3, regexp_replace(owner.path, '/?[^/]*$', '') || '/' || @below, owner.hidden from owner
            union all
            select 4, @address, exists (
                select from article
                where article.path = any(@owners) and not article.vanished
                    and (article.draft or article.publish > @now or article.removed is not null))
            union all
            select 5, '../' || @address, false
        )
        select media.path, encode(media.hash, 'hex') as hash, media.format as stored, media.width, media.height, media.bytes,
            media.embedded, sidecar.facts as sidecar, candidate.hidden
        from candidate
        join media on media.path = candidate.path
        left join sidecar on sidecar.picture = media.path
        order by candidate.rank
        limit 1
        """;

    /// <summary>Finds the picture at an address.</summary>
    /// <param name="address">What follows <c>/media/</c>, decoded. Holds no zero character.</param>
    /// <param name="now">The site's clock.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The picture, or null: then nothing is served at that address, whatever files there are.</returns>
    public async Task<StoredPicture?> FindAsync(string address, DateTimeOffset now, CancellationToken cancel)
    {
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        var question = new
        {
            address,
            now,
            slug = slash < 0 ? "" : address[..slash],
            below = address[(slash + 1)..],
            owners = OwnersOf(address),
        };
        await using var connection = await database.OpenReaderAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<StoredPicture>(new CommandDefinition(FindSql, question, cancellationToken: cancel));
    }

    // The files whose article a picture may belong to, by the folders it lies in.
    private static string[] OwnersOf(string path)
    {
        const int DeepestFolder = 40;
        var owners = new List<string>();
        for (var slash = path.LastIndexOf('/'); slash > 0 && owners.Count < DeepestFolder * 4; slash = path.LastIndexOf('/', slash - 1))
        {
            var folder = path[..slash];
            owners.AddRange([folder + "/index.md", folder + "/index.markdown", folder + ".md", folder + ".markdown"]);
        }

        return [.. owners];
    }
}

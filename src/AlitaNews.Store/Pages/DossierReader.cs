using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Pictures;
using Dapper;

namespace AlitaNews.Store.Pages;

/// <summary>A file of the reference kinds as its page shows it: what it says, its body and what fills the body's markers.</summary>
internal sealed record Dossier(string Id, string Name, DateTimeOffset Updated, DossierPiece Piece, string BodyHtml, BodyMaterial Material, ShownPicture? Picture);

/// <summary>
/// Reads the result sets that describe one such file, in this order: its row, the claims its body names, the topics and sources named there,
/// its links, its pictures.
/// </summary>
internal static class DossierReader
{
    /// <summary>The file, or null where there is none; all five result sets are read either way.</summary>
    public static async Task<Dossier?> FindAsync(SqlMapper.GridReader results)
    {
        var row = await results.ReadFirstOrDefaultAsync<Row>();
        var states = (await results.ReadAsync<StateRow>()).ToList();
        var named = (await results.ReadAsync<NamedRow>()).ToList();
        var links = await results.ReadAsync<LinkRow>();
        var shelf = new PictureShelf(await results.ReadAsync<MediaRow>());
        if (row is null)
            return null;
        var piece = Pieces.Read(row.Piece, Pieces.Default.DossierPiece);
        var claims = new ClaimReader(named.Where(static one => one.Kind == "source").Select(static one => new SourceRow { Id = one.Id, Name = one.Name, Piece = one.Piece }));
        var material = new BodyMaterial
        {
            Claims = states.DistinctBy(static one => one.Claim).ToDictionary(static one => one.Claim, claims.Read, StringComparer.Ordinal),
            Sources = claims.ListFiles().ToDictionary(static source => source.Id, SourceReader.Show, StringComparer.Ordinal),
            Topics = named.Where(static one => one.Kind == "topic").ToDictionary(static one => one.Id, static one => one.Name, StringComparer.Ordinal),
            Links = links.Where(static link => link.Address is not null).ToDictionary(static link => link.Key, static link => link.Address!, StringComparer.Ordinal),
            Figures = [.. piece.Figures.Select(Show)],
        };
        return new Dossier(row.Id, row.Name, row.Updated, piece, row.Body, material, piece.Picture is { } picture ? Show(picture) : null);

        ShownPicture Show(Figure figure) => shelf.Show(figure, row.Path, "", FindDisplay);

        ClaimDisplay? FindDisplay(string id) => states.Find(one => one.Claim == id) is { } about ? Pieces.Read(about.Piece, Pieces.Default.ClaimState).Display : null;
    }

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Path { get; init; }

        public required string Name { get; init; }

        public DateTimeOffset Updated { get; init; }

        public required string Piece { get; init; }

        public required string Body { get; init; }
    }
}

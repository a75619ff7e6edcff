using System.Text.Json.Nodes;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Pages;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pictures;

namespace AlitaNews.Web.StructuredData;

/// <summary>Pictures as machines read them: where the file is, what it shows, whose it is and how it was made.</summary>
public static class PictureNodes
{
    /// <summary>The node of a picture; null for one that is not ours to show (elsewhere, missing).</summary>
    /// <param name="frame">The site.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="material">What the markers of its caption stand for.</param>
    public static JsonObject? Find(SiteFrame frame, ShownPicture picture, BodyMaterial material)
    {
        if (picture.Url is not { } url || picture.ForeignHost is not null)
            return null;
        var sources = PictureSources.Of(url, picture.Hash, picture.Width);
        var caption = PlainWords.Filled(frame, picture.CaptionHtml, material);
        var node = new JsonObject
        {
            ["@type"] = "ImageObject",
            ["@id"] = frame.EscapedAddressOf(url),
            ["contentUrl"] = frame.EscapedAddressOf(sources?.Largest ?? url),
        };
        var width = sources is null ? picture.Width : PictureRecipe.WidthsFor(picture.Width)[^1];
        return node
            .With("width", width)
            .With("height", PictureRecipe.HeightFor(picture.Width, picture.Height, width))
            .With("caption", caption ?? (picture.Alt.Length > 0 ? picture.Alt : null))
            .With("creditText", picture.Credit)
            .With("creator", picture.Credit is { } credit ? new JsonObject { ["@type"] = "Organization", ["name"] = credit }.With("url", picture.CreditUrl) : null)
            .With("copyrightNotice", picture.Copyright)
            .With("license", picture.LicenseUrl)
            .With("acquireLicensePage", picture.AcquireUrl ?? picture.CreditUrl)
            .With("digitalSourceType", SourceType(frame, picture) is { } type ? "https://schema.org/" + type : null);
    }

    private static string? SourceType(SiteFrame frame, ShownPicture picture) =>
        picture.SourceType ?? (frame.Site.GuessSourceType ? PictureKindWords.Find(picture.Kind)?.DefaultSourceType() : null);
}

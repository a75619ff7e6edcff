using System.Globalization;
using AlitaNews.Store.Pictures;
using Microsoft.AspNetCore.Html;

namespace AlitaNews.Web.Pictures;

/// <summary>Pictures as markup: with their size, so that nothing shifts, and with words for what they are.</summary>
public static class FigureMarkup
{
    /// <summary>The width at which a story's column shows pictures.</summary>
    public const string ColumnSizes = "(min-width: 62rem) 41rem, 100vw";

    // Beside the words, and out over the column.
    private const string SideSizes = "(min-width: 48rem) 19rem, 100vw";
    private const string WideSizes = "(min-width: 62rem) 60rem, 100vw";

    // Who stands in a tall picture has the face above its middle.
    private const int TallFromAbove = 2;

    /// <summary>The bare picture, without frame or words.</summary>
    /// <param name="html">Where to write.</param>
    /// <param name="picture">The picture; it has an address.</param>
    /// <param name="sizes">How wide the layout shows it; null: as small as a stamp.</param>
    /// <param name="first">Whether it is the page's first picture, which must not wait.</param>
    public static void AppendPicture(IHtmlContentBuilder html, ShownPicture picture, string? sizes, bool first)
    {
        if (picture.Url is null)
        {
            AppendPlaceholder(html, picture, "span", "span");
            return;
        }

        html.AppendHtml("<picture>");
        if (PictureSources.Of(picture.Url, picture.Hash, picture.Width, stamp: sizes is null) is { } sources)
        {
            AppendSet(html.AppendHtml("<source type=\"image/avif\""), sources.Avif, sizes).AppendHtml(">");
            AppendSet(html.AppendHtml("<source type=\"image/webp\""), sources.WebP, sizes).AppendHtml(">");
            html.AppendHtml("<img");
            if (sizes is not null)
                AppendSet(html, sources.Fallback, sizes);
            html.AppendHtml(" src=\"").Append(sources.Src);
        }
        else
        {
            html.AppendHtml("<img src=\"").Append(picture.Url);
        }

        html.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"\" width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"")).Append(picture.Alt);
        // What may be transparent would keep it.
        if (picture.Colour is { } colour && RenditionAddress.FallbackOf(picture.Url) != RenditionFormat.Png)
            html.AppendHtml("\" data-colour=\"").Append(colour);
        if (PointOf(picture) is var (x, y) && (x, y) != (5, 5))
            html.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"\" class=\"fx{x} fy{y}"));
        html.AppendHtml(first ? "\" fetchpriority=\"high\">" : "\" loading=\"lazy\" decoding=\"async\">").AppendHtml("</picture>");
    }

    private static (int X, int Y) PointOf(ShownPicture picture) =>
        PictureCrop.Point(picture.Focus) is var (x, y) && picture.Focus is null && picture.Height > picture.Width ? (x, TallFromAbove) : (x, y);

    private static IHtmlContentBuilder AppendSet(IHtmlContentBuilder html, string set, string? sizes)
    {
        html.AppendHtml(" srcset=\"").Append(set).AppendHtml("\"");
        return sizes is null ? html : html.AppendHtml(" sizes=\"").Append(sizes).AppendHtml("\"");
    }

    /// <summary>The whole figure: picture, badge, caption, credit, licence.</summary>
    public static void AppendFigure(IHtmlContentBuilder html, ShownPicture picture, string sizes, bool first)
    {
        html.AppendHtml("<figure data-kind=\"").Append(picture.Kind).AppendHtml("\"");
        if (picture.Authenticity is { } authenticity)
            html.AppendHtml(" data-authenticity=\"").Append(authenticity).AppendHtml("\"");
        if (picture.Room != "normal")
            html.AppendHtml(" data-width=\"").Append(picture.Room).AppendHtml("\"");
        if (picture.Side is { } side)
            html.AppendHtml(" data-align=\"").Append(side).AppendHtml("\"");
        html.AppendHtml(">");
        AppendShot(html, picture, sizes is not ColumnSizes ? sizes : picture.Side is not null ? SideSizes : picture.Room is "normal" ? sizes : WideSizes, first);
        AppendCaption(html, picture);
        html.AppendHtml("</figure>\n");
    }

    /// <summary>The picture with its badge; it leads to the file, or where the editor wants.</summary>
    public static void AppendShot(IHtmlContentBuilder html, ShownPicture picture, string sizes, bool first)
    {
        if (picture.ForeignHost is not null || picture.Url is null)
        {
            AppendPlaceholder(html, picture, "div", "p");
            return;
        }

        html.AppendHtml("<div class=\"shot\"><a href=\"").Append(picture.Link ?? picture.Url).AppendHtml(picture.Link is null ? "\" data-lightbox>" : "\">");
        AppendPicture(html, picture, sizes, first);
        html.AppendHtml("</a>");
        AppendBadge(html, picture);
        html.AppendHtml("</div>");
    }

    /// <summary>The words on a picture; nothing for photographs of which nobody says more.</summary>
    public static void AppendBadge(IHtmlContentBuilder html, ShownPicture picture)
    {
        if (picture.Words is { } badge)
            html.AppendHtml("<span class=\"badge\">").Append(badge).AppendHtml("</span>");
    }

    /// <summary>Caption, credit and licence, apart from each other.</summary>
    public static void AppendCaption(IHtmlContentBuilder html, ShownPicture picture)
    {
        if (picture is { CaptionHtml: null, Credit: null, License: null, Taken: null, Source: null })
            return;
        html.AppendHtml("<figcaption>");
        if (picture.CaptionHtml is { } caption)
            html.AppendHtml("<span class=\"caption\">").AppendHtml(caption).AppendHtml("</span> ");
        if (picture.Credit is { } credit)
            AppendLinked(html.AppendHtml("<span class=\"credit\">").Append(KindWords(picture)), credit, picture.CreditUrl).AppendHtml("</span> ");
        if (picture.Taken is { } taken)
            html.AppendHtml("<span class=\"taken\">").Append(taken).AppendHtml("</span> ");
        if (picture.Source is { } source)
            AppendLinked(html.AppendHtml("<span class=\"origin\">From "), WebAddressOf(source)?.Host ?? source, WebAddressOf(source)?.AbsoluteUri).AppendHtml("</span> ");
        if (picture.License is { } license)
            AppendLinked(html.AppendHtml("<span class=\"licence\">Licence: "), license, picture.LicenseUrl).AppendHtml("</span>");
        html.AppendHtml("</figcaption>");
    }

    private static Uri? WebAddressOf(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri : null;

    // "AI IMAGE" is two letters and a word; the other badges are words.
    private static string KindWords(ShownPicture picture)
    {
        if (picture.Badge is not { } badge)
            return "Picture: ";
        var capitals = badge.StartsWith("AI", StringComparison.Ordinal) ? 2 : 1;
        return badge[..capitals] + badge[capitals..].ToLowerInvariant() + ": ";
    }

    private static IHtmlContentBuilder AppendLinked(IHtmlContentBuilder html, string text, string? url) => url is null
        ? html.Append(text)
        : html.AppendHtml("<a href=\"").Append(url).AppendHtml("\">").Append(text).AppendHtml("</a>");

    // Pictures of other hosts are never asked for: the reader decides.
    private static void AppendPlaceholder(IHtmlContentBuilder html, ShownPicture picture, string frame, string line)
    {
        html.AppendHtml($"<{frame} class=\"missing-picture\"><{line}>").Append(picture.Alt).AppendHtml($"</{line}>");
        if (picture.ForeignHost is { } host)
        {
            html.AppendHtml($"<{line}>");
            if (picture.ForeignUrl is { } url)
                html.AppendHtml("<a href=\"").Append(url).AppendHtml("\" rel=\"external noopener\">Picture at ").Append(host).AppendHtml("</a>");
            else
                html.Append("Picture in the text itself; not shown");
            html.AppendHtml($"</{line}>");
        }

        html.AppendHtml($"</{frame}>");
    }
}

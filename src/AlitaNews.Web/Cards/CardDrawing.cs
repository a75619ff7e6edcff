using System.Text;
using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Web.Pictures;
using NetVips;

namespace AlitaNews.Web.Cards;

/// <summary>Draws share images: 1200 × 630 pixels, PNG. Thread-safe; some 50 ms each.</summary>
public static partial class CardDrawing
{
    /// <summary>Width in pixels.</summary>
    public const int Width = 1200;

    /// <summary>Height in pixels.</summary>
    public const int Height = 630;

    private const int Left = 112;
    private const int Edge = 64;
    private const int PictureLeft = 792;
    private const int HeaderTop = 52;
    private const int StampTop = 138;
    private const int StampHeight = 62;
    private const int StampPadding = 22;
    private const int GlyphSize = 30;
    private const int TitleBottom = 490;
    private const int LineTop = 524;
    private const int LineBottom = Height - 36;

    /// <summary>Draws a card.</summary>
    /// <param name="card">What it shows.</param>
    /// <param name="picture">The file of its picture, whose header was checked; or null.</param>
    public static byte[] Draw(ShareCard card, byte[]? picture)
    {
        PictureCodec.Prepare();
        using var photo = picture is null ? null : Cover(picture, card.Picture?.Focus);
        var column = (photo is null ? Width - Edge : PictureLeft - 40) - Left;
        var parts = new List<(Image Image, int X, int Y)>();
        var shapes = new StringBuilder(Ground());
        try
        {
            var titleTop = AddStamps(parts, shapes, card, column);
            AddHeader(parts, card, column);
            AddTitle(parts, card, column, titleTop);
            if (card.Kind == ShareCard.SiteKind)
                AddGlyphs(shapes);
            if (card.Line is { } line)
            {
                var words = CardLettering.Fit(KeepDays(line), CardLettering.Sans, StampShapes.SoftInk, column, LineBottom - LineTop, 32, 29, 26, 23, 20);
                parts.Add((words, Start(words, line, column), LineTop));
            }

            if (photo is not null && card.Picture?.Words is { } badge)
                AddBadge(parts, badge);
            return Compose(shapes.Append("</svg>").ToString(), photo, parts);
        }
        finally
        {
            foreach (var (image, _, _) in parts)
                image.Dispose();
        }
    }

    // The ledger: paper, the red double rule of its margin, and the band of the site's own colour at the foot.
    private static string Ground() => StampShapes.Svg($"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}">
        <rect width="{Width}" height="{Height}" fill="{StampShapes.Paper}"/>
        <path d="M72 0V{Height}M80 0V{Height}" stroke="#df695e" stroke-width="3"/>
        <g transform="translate({Left - 6} {HeaderTop + 2}) scale(.75)"><path d="M32 8a24 24 0 0 1 0 48z" fill="{StampShapes.Ink}"/>
        <path d="M30 11a21 21 0 0 0 0 42" pathLength="90" fill="none" stroke="{StampShapes.Ink}" stroke-width="6" stroke-dasharray="10"/></g>
        """);

    private static void AddHeader(List<(Image Image, int X, int Y)> parts, ShareCard card, int column)
    {
        const int MarkWidth = 52;
        const int Gap = 40;
        var name = CardLettering.Fit(card.Site, CardLettering.Serif, StampShapes.Ink, column - MarkWidth, 60, 46, 38, 30);
        parts.Add((name, Left + MarkWidth, HeaderTop + 22 - (name.Height / 2)));
        if (card.Kicker is not { Length: > 0 } kicker)
            return;
        var room = column - MarkWidth - name.Width - Gap;
        var words = CardLettering.Line(kicker, CardLettering.Sans, StampShapes.SoftInk, 27);
        if (words.Width <= room)
            parts.Add((words, Left + column - words.Width, HeaderTop + 24 - (words.Height / 2)));
        else
            words.Dispose();
    }

    // The state, and beside it what must not be taken for news. Returns where the title begins.
    private static int AddStamps(List<(Image Image, int X, int Y)> parts, StringBuilder shapes, ShareCard card, int column)
    {
        const int Gap = 16;
        const int Line = 4;
        var left = Left;
        if (card.Stamp is { } stamp)
        {
            var colour = card.Retracted ? StampShapes.Colour(ClaimDisplay.Debunked) : StampShapes.WordColour(card.Display);
            var words = CardLettering.Line(stamp, CardLettering.Sans, colour, 33, tracking: 1);
            var width = Math.Min(column, words.Width + GlyphSize + Gap + (2 * StampPadding));
            var glyphTop = StampTop + ((StampHeight - GlyphSize) / 2.0);
            shapes.Append(card.Retracted ? StampShapes.RetractedFrame(left, StampTop, width, StampHeight, Line) : StampShapes.Frame(card.Display, left, StampTop, width, StampHeight, Line));
            shapes.Append(card.Retracted ? StampShapes.RetractedGlyph(left + StampPadding, glyphTop, GlyphSize) : StampShapes.Glyph(card.Display, left + StampPadding, glyphTop, GlyphSize, colour));
            parts.Add((words, left + StampPadding + GlyphSize + Gap, StampTop + ((StampHeight - words.Height) / 2)));
            left += width + Gap;
        }

        if (card.Sort is { } sort)
        {
            var words = CardLettering.Line(sort, CardLettering.Sans, StampShapes.Paper, 33);
            if (left + words.Width + (2 * StampPadding) <= Left + column)
            {
                shapes.Append(StampShapes.Svg($"""<rect x="{left}" y="{StampTop}" width="{words.Width + (2 * StampPadding)}" height="{StampHeight}" fill="{StampShapes.Ink}"/>"""));
                parts.Add((words, left + StampPadding, StampTop + ((StampHeight - words.Height) / 2)));
            }
            else
            {
                words.Dispose();
            }
        }

        return card.Stamp is null && card.Sort is null ? StampTop + 10 : StampTop + StampHeight + 34;
    }

    private static void AddTitle(List<(Image Image, int X, int Y)> parts, ShareCard card, int column, int top)
    {
        var bottom = card is { Line: null, Kind: not ShareCard.SiteKind } ? LineBottom : TitleBottom;
        // Beside a picture the largest would hold one word a line: not worth trying.
        ReadOnlySpan<int> sizes = [116, 104, 94, 84, 76, 68, 60, 54, 48, 42, 36];
        var title = CardLettering.Fit(card.Title, CardLettering.Serif, StampShapes.Ink, column, bottom - top, sizes[(column < PictureLeft ? 3 : 0)..]);
        parts.Add((title, Start(title, card.Title, column), top));
    }

    // The site's own card shows every state there is.
    private static void AddGlyphs(StringBuilder shapes)
    {
        const int Step = 62;
        const int Top = 540;
        const int Size = 34;
        foreach (var display in Enum.GetValues<ClaimDisplay>().Where(static display => display != ClaimDisplay.None))
            shapes.Append(StampShapes.Glyph(display, Left + (((int)display - 1) * Step), Top, Size, StampShapes.Colour(display)));
    }

    private static void AddBadge(List<(Image Image, int X, int Y)> parts, string badge)
    {
        const int Tab = 44;
        var words = CardLettering.Line(badge, CardLettering.Sans, StampShapes.Ink, 20, tracking: 1);
        parts.Add((CardLettering.Plane(StampShapes.Paper, words.Width + 32, Tab), PictureLeft, Height - Tab));
        parts.Add((words, PictureLeft + 14, Height - (Tab / 2) - (words.Height / 2)));
    }

    // "1 February 2024" stays on one line.
    private static string KeepDays(string text) => DayAndMonth().Replace(text, "\u00A0");

    [GeneratedRegex(@"(?<=\b\d{1,2}) (?=\p{Lu})|(?<=\d \p{Lu}\p{Ll}+) (?=\d{4}\b)")]
    private static partial Regex DayAndMonth();

    private static int Start(Image text, string words, int column) => CardLettering.IsRightToLeft(words) ? Left + column - text.Width : Left;

    // Around the point its editor named, else around what catches the eye.
    private static Image Cover(byte[] picture, string? focus)
    {
        // A quarter of the shades is enough for the eye and takes a third off the file: some networks show no preview above 300 KB.
        const int Step = 4;
        const double White = 255;
        const byte JpegStart = 0xFF;
        using var loaded = picture is [JpegStart, ..] ? Image.JpegloadBuffer(picture) : Image.WebploadBuffer(picture);
        using var opaque = loaded.HasAlpha() ? loaded.Flatten(background: [White, White, White]) : loaded.Copy();
        using var cropped = focus is null
            ? opaque.ThumbnailImage(Width - PictureLeft, height: Height, crop: Enums.Interesting.Attention, size: Enums.Size.Both)
            : Around(opaque, PictureCrop.Point(focus));
        using var coarse = (cropped / Step).Floor().Linear([Step], [Step / 2.0]);
        return coarse.Cast(Enums.BandFormat.Uchar).CopyMemory();
    }

    private static Image Around(Image picture, (int X, int Y) point)
    {
        var (left, top, width, height) = new PictureCrop(Width - PictureLeft, Height, point.X, point.Y).BoxIn(picture.Width, picture.Height);
        using var box = picture.ExtractArea(left, top, width, height);
        return box.ThumbnailImage(Width - PictureLeft, height: Height, size: Enums.Size.Force);
    }

    // Every text is blended where it stands: laying sheets of the whole size upon each other costs several times as much.
    private static byte[] Compose(string svg, Image? photo, List<(Image Image, int X, int Y)> parts)
    {
        const double White = 255;
        using var shapes = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg));
        using var ground = shapes.Flatten(background: [White, White, White]).CopyMemory();
        var canvas = photo is null ? ground.Copy() : ground.Insert(photo, PictureLeft, 0);
        try
        {
            foreach (var (part, x, y) in parts)
            {
                var (left, top) = (Math.Max(0, x), Math.Max(0, y));
                var (width, height) = (Math.Min(part.Width, Width - left), Math.Min(part.Height, Height - top));
                if (width <= 0 || height <= 0)
                    continue;
                using var below = canvas.ExtractArea(left, top, width, height);
                using var shown = part.ExtractArea(0, 0, width, height);
                using var blended = shown[3].Ifthenelse(shown.ExtractBand(0, n: 3), below, blend: true);
                var before = canvas;
                canvas = before.Insert(blended, left, top);
                before.Dispose();
            }

            return canvas.PngsaveBuffer(compression: 6, filter: Enums.ForeignPngFilter.Sub);
        }
        finally
        {
            canvas.Dispose();
        }
    }
}

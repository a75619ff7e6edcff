using AlitaNews.Newsroom.Pictures;
using NetVips;

namespace AlitaNews.Web.Pictures;

/// <summary>A picture cannot be decoded: it is damaged behind its header, or not what its header says.</summary>
public sealed class DamagedPictureException : Exception
{
    /// <summary>With the reason in the decoder's words.</summary>
    public DamagedPictureException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>Without a reason.</summary>
    public DamagedPictureException()
    {
    }

    /// <summary>With a reason.</summary>
    public DamagedPictureException(string message)
        : base(message)
    {
    }
}

/// <summary>
/// Decodes, scales and encodes with libvips. Only what <see cref="ImageHeader"/> has let through is decoded, by the decoder of that very format,
/// and a file that ends too early is an error. Thread-safe; a call keeps one core busy.
/// </summary>
public static class PictureCodec
{
    private static readonly Lazy<bool> Settings = new(static () =>
    {
        // Every picture is another one: a cache of operations would only hold memory. One thread a call leaves the other cores to readers.
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        // What it warns of comes as an exception too; on its own it writes to standard error.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, _) => { });
        return true;
    });

    /// <summary>Sets libvips up, once; everything that uses it calls this first.</summary>
    public static void Prepare() => _ = Settings.Value;

    /// <summary>Makes one rendition.</summary>
    /// <param name="file">The original.</param>
    /// <param name="width">The width wanted; never wider than the original.</param>
    /// <param name="format">The coding.</param>
    /// <param name="facts">What is said about it: caption, credit and licence are written into the rendition.</param>
    /// <param name="crop">How to cut it, or null: whole.</param>
    /// <exception cref="DamagedPictureException">It cannot be decoded.</exception>
    public static byte[] Render(byte[] file, int width, RenditionFormat format, PictureFacts facts, PictureCrop? crop = null)
    {
        Prepare();
        var header = HeaderOf(file);
        try
        {
            // A cut is not decoded smaller: it may need every row of what it keeps.
            using var loaded = Load(file, header, crop is null ? width : Math.Max(header.Width, header.Height));
            using var upright = header.Format is ImageFormat.Jpeg or ImageFormat.Tiff && loaded.Contains("orientation") ? loaded.Autorot() : loaded.Copy();
            // Colours become those every browser means when nothing is said, because the profile does not travel along.
            using var scaled = crop is not null ? Cut(upright, crop) : upright.ThumbnailImage(width, height: 100_000, size: Enums.Size.Both, noRotate: true, inputProfile: "srgb", outputProfile: "srgb");
            return Encode(scaled, format, facts);
        }
        catch (VipsException e)
        {
            throw new DamagedPictureException(e.Message.ReplaceLineEndings(" ").Trim(), e);
        }
    }

    /// <summary>A plane of one colour, in the size and coding of a rendition that cannot be made.</summary>
    public static byte[] Placeholder(int width, int height, RenditionFormat format)
    {
        Prepare();
        const double Neutral = 216;
        using var dot = Image.Black(1, 1) + new[] { Neutral, Neutral, Neutral };
        using var plane = dot.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb).Embed(0, 0, width, height, extend: Enums.Extend.Copy);
        return Encode(plane, format, PictureFacts.None);
    }

    /// <summary>The average colour of a picture in three bytes; null where it cannot be decoded.</summary>
    public static byte[]? AverageColour(byte[] file)
    {
        Prepare();
        const int FewPixels = 16;
        const double White = 255;
        if (!ImageHeader.TryRead(file, file.Length, out var header, out _) || header.Format == ImageFormat.Svg)
            return null;
        try
        {
            using var loaded = Load(file, header, FewPixels);
            using var small = loaded.ThumbnailImage(FewPixels, size: Enums.Size.Both, noRotate: true, inputProfile: "srgb", outputProfile: "srgb");
            using var opaque = small.HasAlpha() ? small.Flatten(background: [White, White, White]) : small.Copy();
            using var colour = opaque.Colourspace(Enums.Interpretation.Srgb).CopyMemory(); // read three times, decoded once
            return [.. Enumerable.Range(0, 3).Select(band => (byte)Math.Clamp(Math.Round(colour[Math.Min(band, colour.Bands - 1)].Avg()), 0, White))];
        }
        catch (VipsException)
        {
            return null;
        }
    }

    private static Image Cut(Image upright, PictureCrop crop)
    {
        var (left, top, width, height) = crop.BoxIn(upright.Width, upright.Height);
        using var box = upright.ExtractArea(left, top, width, height);
        return box.ThumbnailImage(crop.Width, height: crop.Height, size: Enums.Size.Force, noRotate: true, inputProfile: "srgb", outputProfile: "srgb");
    }

    private static ImageHeader HeaderOf(byte[] file)
    {
        if (!ImageHeader.TryRead(file, file.Length, out var header, out var problem))
            throw new DamagedPictureException(problem);
        if (header.Format is ImageFormat.Svg or ImageFormat.Gif)
            throw new DamagedPictureException("no renditions are made of this format");
        return header;
    }

    private static Image Load(byte[] file, ImageHeader header, int width)
    {
        const Enums.FailOn Strict = Enums.FailOn.Truncated;
        const Enums.Access Once = Enums.Access.Sequential;
        var image = header.Format switch
        {
            ImageFormat.Jpeg => Image.JpegloadBuffer(file, shrink: ShrinkFor(Math.Min(header.Width, header.Height), (int)Math.Min(width, (long)width * header.Height / header.Width)), access: Once, failOn: Strict),
            ImageFormat.Png => Image.PngloadBuffer(file, access: Once, failOn: Strict),
            ImageFormat.WebP => Image.WebploadBuffer(file, access: Once, failOn: Strict),
            ImageFormat.Avif => Image.HeifloadBuffer(file, access: Once, failOn: Strict),
            ImageFormat.Gif => Image.GifloadBuffer(file, access: Once, failOn: Strict),
            _ => Image.TiffloadBuffer(file, access: Once, failOn: Strict),
        };
        if ((long)image.Width * image.Height <= ImageHeader.PixelLimit)
            return image;
        image.Dispose();
        throw new DamagedPictureException("it is larger than its header says");
    }

    // A JPEG can be decoded at a half, a quarter or an eighth. Half the wanted scale again is kept for a sharp reduction.
    private static int ShrinkFor(int side, int wanted) => (side / Math.Max(1, wanted) / 2) switch
    {
        >= 8 => 8,
        >= 4 => 4,
        >= 2 => 2,
        _ => 1,
    };

    private static byte[] Encode(Image image, RenditionFormat format, PictureFacts facts)
    {
        const double White = 255;
        const int WebPEffort = 4;
        using var opaque = format == RenditionFormat.Jpeg && image.HasAlpha() ? image.Flatten(background: [White, White, White]) : image.Copy();
        using var labelled = opaque.Mutate(mutable =>
        {
            foreach (var field in opaque.GetFields().Where(static field => field is "xmp-data" or "exif-data" or "iptc-data" or "photoshop-data" or "icc-profile-data"))
                mutable.Remove(field);
            if (XmpPacket.Write(facts) is { } packet)
                mutable.Set(GValue.BlobType, "xmp-data", packet);
        });
        const Enums.ForeignKeep Kept = Enums.ForeignKeep.Xmp;
        return format switch
        {
            RenditionFormat.Avif => labelled.HeifsaveBuffer(q: PictureRecipe.AvifQuality, effort: PictureRecipe.AvifEffort, compression: Enums.ForeignHeifCompression.Av1, keep: Kept),
            RenditionFormat.WebP => labelled.WebpsaveBuffer(q: PictureRecipe.WebPQuality, effort: WebPEffort, smartSubsample: true, keep: Kept),
            RenditionFormat.Jpeg => labelled.JpegsaveBuffer(q: PictureRecipe.JpegQuality, interlace: true, optimizeCoding: true, keep: Kept),
            _ => labelled.PngsaveBuffer(compression: 9, keep: Kept),
        };
    }
}

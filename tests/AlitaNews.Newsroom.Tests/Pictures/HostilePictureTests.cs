using AlitaNews.Newsroom.Pictures;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Pictures;

/// <summary>Whatever stands in a file: a header or a reason in words, never an exception, never a size beyond the limits.</summary>
public sealed class HostilePictureTests
{
    private static readonly byte[][] Seeds =
    [
        PictureBytes.Jpeg(1000, 700, 6, PictureBytes.Segment(0xE2, new byte[300])),
        PictureBytes.Png(1000, 700, frames: 2),
        PictureBytes.Gif(1000, 700, frames: 2),
        PictureBytes.WebP(1000, 700),
        PictureBytes.LosslessWebP(1000, 700),
        PictureBytes.ExtendedWebP(1000, 700, animated: true),
        PictureBytes.Avif(1000, 700, turned: true),
        PictureBytes.Tiff(1000, 700),
        PictureBytes.Svg("viewBox='0 0 100 70' width='50%' height='1e9'"),
    ];

    private static readonly Gen<byte[]> Mutated =
        from seed in Gen.Int[0, Seeds.Length - 1]
        from places in Gen.Int[0, Seeds[seed].Length - 1].Array[0, 12]
        from values in Gen.OneOf(Gen.Byte, Gen.Const((byte)0), Gen.Const((byte)1), Gen.Const((byte)0x7F), Gen.Const((byte)0xFF)).Array[places.Length]
        from length in Gen.Int[0, Seeds[seed].Length]
        from cut in Gen.Bool
        select Mutate(Seeds[seed], places, values, cut ? length : Seeds[seed].Length);

    private static readonly Gen<byte[]> Noise =
        from seed in Gen.Int[0, Seeds.Length - 1]
        from kept in Gen.Int[0, 16]
        from rest in Gen.Byte.Array[0, 600]
        select Seeds[seed][..Math.Min(kept, Seeds[seed].Length)].Concat(rest).ToArray();

    [Fact]
    public void A_mutated_header_is_read_or_refused() => Mutated.Sample(IsReadOrRefused, iter: 100_000);

    [Fact]
    public void Noise_behind_a_good_beginning_is_read_or_refused() => Noise.Sample(IsReadOrRefused, iter: 50_000);

    [Fact]
    public void Every_beginning_of_a_good_file_is_read_or_refused()
    {
        foreach (var seed in Seeds)
        {
            for (var length = 0; length <= seed.Length; length++)
                Assert.True(IsReadOrRefused(seed[..length]));
        }
    }

    [Fact]
    public void A_size_whose_product_overflows_is_refused()
    {
        var file = PictureBytes.Avif(-1, -1); // 4,294,967,295 on each side
        Assert.False(ImageHeader.TryRead(file, file.Length, out _, out var problem));
        Assert.Contains("megapixels", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_rows_of_the_smallest_parts_end()
    {
        byte[][] files =
        [
            [0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 4_000_000)],
            [0xFF, 0xD8, 0xFF, .. Enumerable.Repeat<byte[]>([0xD0, 0xFF], 2_000_000).SelectMany(static b => b)],
            [.. PictureBytes.Png(9, 9)[..33], .. new byte[4_000_000]],
            [.. PictureBytes.Gif(9, 9)[..22], .. Enumerable.Repeat<byte[]>([0x21, 0xF9, 0], 1_000_000).SelectMany(static b => b)],
            [.. PictureBytes.Avif(9, 9)[..24], .. Enumerable.Repeat<byte[]>([0, 0, 0, 8, 1, 2, 3, 4], 500_000).SelectMany(static b => b)],
            [.. "<svg "u8, .. Enumerable.Repeat<byte[]>([.. " width"u8], 500_000).SelectMany(static b => b), .. "></svg>"u8],
            [.. Enumerable.Repeat<byte[]>([.. "<?a>"u8], 500_000).SelectMany(static b => b)],
        ];

        Assert.All(files, static file => Assert.True(IsReadOrRefused(file)));
    }

    private static bool IsReadOrRefused(byte[] file)
    {
        foreach (var size in (long[])[file.Length, file.Length + 1_000])
        {
            var read = ImageHeader.TryRead(file, size, out var header, out var problem);
            var sound = read
                ? problem is null && header is { Width: > 0, Height: > 0 } && (long)header.Width * header.Height <= ImageHeader.PixelLimit
                : header is null && !string.IsNullOrEmpty(problem);
            if (!sound)
                return false;
        }

        return true;
    }

    private static byte[] Mutate(byte[] seed, int[] places, byte[] values, int length)
    {
        var file = seed.ToArray();
        for (var i = 0; i < places.Length; i++)
            file[places[i]] = values[i];
        return file[..length];
    }
}

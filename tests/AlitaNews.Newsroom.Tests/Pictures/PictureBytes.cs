using System.Buffers.Binary;
using System.Text;

namespace AlitaNews.Newsroom.Tests.Pictures;

/// <summary>The smallest files that have a header: made by hand, so that a test says what is in them.</summary>
internal static class PictureBytes
{
    public static byte[] Jpeg(int width, int height, int orientation = 1, params byte[][] segments) =>
        [0xFF, 0xD8, .. Segment(0xE1, Exif(orientation)), .. segments.SelectMany(static segment => segment), .. Frame(width, height), 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];

    public static byte[] Segment(byte marker, params byte[] body) => [0xFF, marker, .. Big16(body.Length + 2), .. body];

    public static byte[] Exif(int orientation) =>
        [.. "Exif\0\0MM\0*\0\0\0\x08"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    public static byte[] Png(int width, int height, int frames = 1) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
        .. Chunk("IHDR", [.. Big32(width), .. Big32(height), 8, 6, 0, 0, 0]),
        .. frames > 1 ? Chunk("acTL", [.. Big32(frames), 0, 0, 0, 0]) : [],
        .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", []),
    ];

    public static byte[] Chunk(string name, byte[] body) => [.. Big32(body.Length), .. Encoding.ASCII.GetBytes(name), .. body, 0, 0, 0, 0];

    public static byte[] Gif(int width, int height, int frames = 1)
    {
        byte[] frame = [0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        return [.. "GIF89a"u8, .. Little16(width), .. Little16(height), 0x80, 0, 0, 1, 2, 3, 4, 5, 6, .. Enumerable.Repeat(frame, frames).SelectMany(static f => f), 0x3B];
    }

    public static byte[] WebP(int width, int height) =>
        Riff([.. "VP8 "u8, .. Little32(10), 0, 0, 0, 0x9D, 0x01, 0x2A, .. Little16(width), .. Little16(height)]);

    public static byte[] LosslessWebP(int width, int height) =>
        Riff([.. "VP8L"u8, .. Little32(6), 0x2F, .. Little32((width - 1) | ((height - 1) << 14)), 0]);

    public static byte[] ExtendedWebP(int width, int height, bool animated) =>
        Riff([.. "VP8X"u8, .. Little32(10), animated ? (byte)2 : (byte)0, 0, 0, 0, .. Little32(width - 1)[..3], .. Little32(height - 1)[..3]]);

    /// <summary>Two items: a tile of 64 × 64 and the picture itself, which is the primary item.</summary>
    public static byte[] Avif(int width, int height, bool turned = false)
    {
        var store = Box("ipco", [.. Size(64, 64), .. Size(width, height), .. Box("irot", [turned ? (byte)1 : (byte)0])]);
        var association = Box("ipma", [0, 0, 0, 0, .. Big32(2), .. Big16(1), 1, 1, .. Big16(2), 2, 2, 0x83]);
        var meta = Box("meta", [0, 0, 0, 0, .. Box("pitm", [0, 0, 0, 0, .. Big16(2)]), .. Box("iprp", [.. store, .. association])]);
        return [.. Box("ftyp", [.. "mif1\0\0\0\0mif1avif"u8]), .. meta, .. Box("mdat", new byte[100])];
    }

    public static byte[] Tiff(int width, int height) =>
        [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0, 1, 4, 0, 1, 0, 0, 0, .. Little32(width), 1, 1, 3, 0, 1, 0, 0, 0, .. Little32(height), 0, 0, 0, 0];

    public static byte[] Svg(string attributes) =>
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>\n<!-- drawn by hand -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}><path d=\"M0 0\"/></svg>");

    private static byte[] Frame(int width, int height) => Segment(0xC2, [8, .. Big16(height), .. Big16(width), 1, 1, 0x11, 0]);

    private static byte[] Size(int width, int height) => Box("ispe", [0, 0, 0, 0, .. Big32(width), .. Big32(height)]);

    private static byte[] Box(string type, byte[] body) => [.. Big32(body.Length + 8), .. Encoding.ASCII.GetBytes(type), .. body];

    private static byte[] Riff(byte[] chunks) => [.. "RIFF"u8, .. Little32(chunks.Length + 4), .. "WEBP"u8, .. chunks];

    private static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Little16(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Big32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}

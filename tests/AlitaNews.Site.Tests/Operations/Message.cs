using System.Buffers.Binary;
using System.Text;

namespace AlitaNews.Site.Tests.Operations;

/// <summary>A protobuf message, read without knowing its schema.</summary>
internal sealed class Message
{
    private readonly List<(int Field, byte[] Bytes)> _fields = [];

    public static Message Read(ReadOnlySpan<byte> bytes)
    {
        var message = new Message();
        while (!bytes.IsEmpty)
        {
            var key = Varint(ref bytes);
            var length = (key & 7) switch
            {
                0 => -1,
                1 => 8,
                2 => (int)Varint(ref bytes),
                5 => 4,
                var kind => throw new InvalidDataException($"wire type {kind}"),
            };
            if (length < 0)
            {
                message._fields.Add(((int)(key >> 3), BitConverter.GetBytes(Varint(ref bytes))));
                continue;
            }

            message._fields.Add(((int)(key >> 3), bytes[..length].ToArray()));
            bytes = bytes[length..];
        }

        return message;
    }

    /// <summary>The messages of a repeated field.</summary>
    public IEnumerable<Message> All(int field) => _fields.Where(one => one.Field == field).Select(static one => Read(one.Bytes));

    public string Text(int field) => Encoding.UTF8.GetString(Find(field) ?? []);

    public double? Number(int field) => Find(field) is { } bytes ? BitConverter.ToDouble(bytes) : null;

    public long Whole(int field) => Find(field) is { } bytes ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;

    private byte[]? Find(int field) => _fields.Where(one => one.Field == field).Select(static one => one.Bytes).FirstOrDefault();

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}

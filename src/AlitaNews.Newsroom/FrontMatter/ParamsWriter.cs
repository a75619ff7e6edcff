using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>Writes the fields that the schema does not know as JSON, verbatim: every scalar is text, as it was written.</summary>
public static class ParamsWriter
{
    // Stored and read by machines, never put into a page as it is; readable text keeps it small.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON object of the fields; of a key that stands there twice, the last.</summary>
    public static string Write(IReadOnlyList<Field> fields)
    {
        if (fields.Count == 0)
            return "{}";
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            WriteMap(writer, fields);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteMap(Utf8JsonWriter writer, IReadOnlyList<Field> fields)
    {
        writer.WriteStartObject();
        for (var i = 0; i < fields.Count; i++)
        {
            if (IsRepeated(fields, i))
                continue;
            writer.WritePropertyName(fields[i].Key);
            WriteValue(writer, fields[i].Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, FieldNode node)
    {
        switch (node.Kind)
        {
            case FieldKind.Text:
                writer.WriteStringValue(node.Text);
                break;
            case FieldKind.List:
                writer.WriteStartArray();
                foreach (var item in node.Items)
                    WriteValue(writer, item);
                writer.WriteEndArray();
                break;
            case FieldKind.Map:
                WriteMap(writer, node.Fields);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    // Only the top level can hold a key twice: keys of their own and those below "params" meet there.
    private static bool IsRepeated(IReadOnlyList<Field> fields, int index)
    {
        if (fields.Count > 256)
            return false;
        for (var i = index + 1; i < fields.Count; i++)
        {
            if (fields[i].Key == fields[index].Key)
                return true;
        }

        return false;
    }
}

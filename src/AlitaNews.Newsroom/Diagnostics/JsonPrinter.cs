using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>Prints findings for machines: one array of objects. The desk's <c>problems.json</c> is the same.</summary>
public static class JsonPrinter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints the findings.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="diagnostics">The findings, in any order.</param>
    public static void Print(TextWriter output, IEnumerable<Diagnostic> diagnostics)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (var item in diagnostics.Order(Diagnostic.PrintOrder))
            {
                writer.WriteStartObject();
                writer.WriteString("path", item.Path);
                writer.WriteNumber("line", item.Line);
                writer.WriteNumber("col", item.Column);
                writer.WriteString("severity", TextPrinter.Word(item.Severity));
                writer.WriteString("code", item.Code);
                writer.WriteString("message", item.Message);
                writer.WriteString("hint", item.Hint);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}

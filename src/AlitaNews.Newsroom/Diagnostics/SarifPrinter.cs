using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>Prints findings as SARIF 2.1.0, which code hosts and editors show beside the lines.</summary>
public static class SarifPrinter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true };

    /// <summary>Prints the findings.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="diagnostics">The findings, in any order.</param>
    /// <param name="version">The version of the program.</param>
    public static void Print(TextWriter output, IEnumerable<Diagnostic> diagnostics, string version)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            WriteTool(writer, version);
            writer.WriteString("columnKind", "unicodeCodePoints");
            writer.WriteStartArray("results");
            foreach (var item in diagnostics.Order(Diagnostic.PrintOrder))
                WriteResult(writer, item);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteTool(Utf8JsonWriter writer, string version)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "AlitaNews");
        writer.WriteString("version", version);
        writer.WriteStartArray("rules");
        foreach (var rule in DiagnosticCatalogue.All)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Code);
            WriteText(writer, "shortDescription", rule.Title);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", Level(rule.Severity));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Diagnostic item)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", item.Code);
        writer.WriteString("level", Level(item.Severity));
        WriteText(writer, "message", item.Hint is null ? item.Message : $"{item.Message} ({item.Hint})");
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", string.Join('/', item.Path.Split('/').Select(Uri.EscapeDataString)));
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", item.Line);
        writer.WriteNumber("startColumn", item.Column);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}

using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>Prints findings as SARIF 2.1.0, which code hosts and editors show beside the lines.</summary>
public static class SarifPrinter
{
    // The name under which a report knows the content folder; whoever reads it may put another folder in its place.
    private const string Base = "CONTENT";

    private static readonly JsonWriterOptions Options = new() { Indented = true };

    private static readonly Dictionary<string, int> RuleIndex = DiagnosticCatalogue.All.Index().ToDictionary(static rule => rule.Item.Code, static rule => rule.Index, StringComparer.Ordinal);

    /// <summary>Prints the findings.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="diagnostics">The findings, in any order.</param>
    /// <param name="version">The version of the program.</param>
    /// <param name="folder">The content folder, an absolute path: what the paths of the findings count from.</param>
    public static void Print(TextWriter output, IEnumerable<Diagnostic> diagnostics, string version, string folder)
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
            WriteBase(writer, folder);
            writer.WriteString("columnKind", "unicodeCodePoints");
            writer.WriteStartArray("results");
            var alike = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var item in diagnostics.Order(Diagnostic.PrintOrder))
                WriteResult(writer, item, alike);
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

    private static void WriteBase(Utf8JsonWriter writer, string folder)
    {
        writer.WriteStartObject("originalUriBaseIds");
        writer.WriteStartObject(Base);
        writer.WriteString("uri", "file://" + Escape(folder.TrimEnd('/')) + "/");
        WriteText(writer, "description", "The content folder.");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Diagnostic item, Dictionary<string, int> alike)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", item.Code);
        if (RuleIndex.TryGetValue(item.Code, out var index))
            writer.WriteNumber("ruleIndex", index);
        writer.WriteString("level", Level(item.Severity));
        WriteText(writer, "message", item.Hint is null ? item.Message : $"{item.Message} ({item.Hint})");
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", Escape(item.Path));
        writer.WriteString("uriBaseId", Base);
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", item.Line);
        writer.WriteNumber("startColumn", item.Column);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("finding/v1", Fingerprint(item, alike));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Without the line: a finding stays the same one when something is written above it. Equal ones of a file are told apart by their order.
    private static string Fingerprint(Diagnostic item, Dictionary<string, int> alike)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{item.Path}\n{item.Code}\n{item.Message}")).AsSpan(0, 8));
        var count = alike[hash] = alike.GetValueOrDefault(hash) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{hash}:{count}");
    }

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

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

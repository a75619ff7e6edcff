using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AlitaNews.Newsroom.Rules;

namespace AlitaNews.Store;

/// <summary>
/// The document in which a file's facts are kept between runs. Every file has one and all are read at a start, so what is empty or false
/// is not written. Generated code would read what is missing as null; this reads it as what the record itself begins with.
/// </summary>
internal static class FactsDocument
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // never reaches a page
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
    };

    /// <summary>Facts as text.</summary>
    public static string Write(FileFacts facts) => JsonSerializer.Serialize(facts, Options);

    /// <summary>Facts from their text.</summary>
    /// <exception cref="JsonException">The document is of another build.</exception>
    public static FileFacts Read(string document) => JsonSerializer.Deserialize<FileFacts>(document, Options)!;

    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(static property => !property.IsRequired))
        {
            var isFlag = property.PropertyType == typeof(bool);
            var isComputed = property.Set is null;
            property.ShouldSerialize = (_, value) => !isComputed && value is not (null or ICollection { Count: 0 }) && !(isFlag && value is false);
        }
    }
}

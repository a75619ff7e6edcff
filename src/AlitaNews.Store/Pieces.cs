using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Editions;

namespace AlitaNews.Store;

/// <summary>The JSON documents in which rows keep what is only shown. Generated code: no reflection when a page is read.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ArticlePiece))]
[JsonSerializable(typeof(CardPiece))]
[JsonSerializable(typeof(ClaimEvent))]
[JsonSerializable(typeof(ClaimPiece))]
[JsonSerializable(typeof(ClaimState))]
[JsonSerializable(typeof(Correction))]
[JsonSerializable(typeof(DossierPiece))]
[JsonSerializable(typeof(PictureFacts))]
[JsonSerializable(typeof(SiteFile))]
[JsonSerializable(typeof(WrongVerdict))]
internal sealed partial class Pieces : JsonSerializerContext
{
    // These documents never reach a page as they are: escaping < and > would only make them longer.
    // Lazy, because the generated half of this class sets its statics in an order of its own.
    private static readonly Lazy<Pieces> Plain = new(static () =>
        new Pieces(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    /// <summary>A value as the text of its document.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Plain.Value.GetTypeInfo(typeof(T))!);

    /// <summary>A value from its document.</summary>
    /// <exception cref="JsonException">The document is of another build.</exception>
    public static T Read<T>(string piece, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(piece, type)!;
}

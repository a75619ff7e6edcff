using System.Text.Json;
using System.Text.Json.Serialization;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Claims;
using AlitaNews.Web.Layout;

namespace AlitaNews.Web.Claims;

/// <summary>A claim on the wire, in the order of the contract (<c>web.md</c>, section 6): absent values are null, lists never are.</summary>
public sealed record ClaimDocument(
    string Id,
    string Url,
    string? Text,
    string Display,
    string? Status,
    IReadOnlyList<string> Flags,
    bool Held,
    string? Due,
    string? FirstDue,
    string? DueEnds,
    long Version,
    string Updated,
    IReadOnlyList<string> Known,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<ClaimDocumentMoment> Timeline,
    IReadOnlyList<string> Articles,
    IReadOnlyList<ClaimDocumentSource> Sources,
    IReadOnlyList<string> Supersedes,
    IReadOnlyList<string> SupersededBy)
{
    /// <summary>The document of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="origin">The public origin, without a slash at its end.</param>
    public static ClaimDocument Of(ClaimFacts claim, string origin)
    {
        var state = claim.State;
        return new ClaimDocument(
            claim.Id,
            $"{origin}/claims/{Uri.EscapeDataString(claim.Id)}",
            state.Wording.Text,
            state.Display.Word(),
            state.Status?.Word(),
            state.Flags.Words(),
            state.Held,
            state.Due,
            state.FirstDue,
            state.DueEnds is { } ends ? Instants.Machine(ends) : null,
            claim.Version,
            Instants.Machine(state.Updated),
            state.Wording.Known,
            state.Wording.Unknown,
            [.. claim.Said.Select(said => Of(said, state))],
            claim.Articles,
            [.. state.Wording.Voices.Select(static voice => new ClaimDocumentSource(voice.Source, voice.Role.ToString().ToLowerInvariant()))],
            claim.Supersedes,
            state.SupersededBy);
    }

    private static ClaimDocumentMoment Of(ClaimEvent said, ClaimState state) => new(
        Instants.Machine(said.Publish),
        said.Slug,
        said.Entry.Status?.Word(),
        said.Entry.Due,
        said.Entry.Note,
        said.Entry.Status is { } status && !status.IsOpen() && state.HeldArticles.Contains(said.Article),
        [.. said.Entry.Evidence.Select(static proof => new ClaimDocumentEvidence(proof.Url, proof.Title, proof.Kind, proof.Archived, proof.Quote))]);
}

/// <summary>What an article said of a claim, on the wire.</summary>
public sealed record ClaimDocumentMoment(
    string At, string Article, string? Status, string? Due, string? Note, bool Held, IReadOnlyList<ClaimDocumentEvidence> Evidence);

/// <summary>A piece of evidence on the wire.</summary>
public sealed record ClaimDocumentEvidence(string Url, string? Title, string? Kind, string? Archived, string? Quote);

/// <summary>A source's part on the wire.</summary>
public sealed record ClaimDocumentSource(string Id, string Role);

/// <summary>A page of claims on the wire.</summary>
/// <param name="License">The address of the licence, or null where the site names none.</param>
/// <param name="Items">The claims.</param>
/// <param name="Next">The address of the next page, or null.</param>
public sealed record ClaimDocumentPage(string? License, IReadOnlyList<ClaimDocument> Items, string? Next);

/// <summary>Writes the documents; generated code, no reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = false)]
[JsonSerializable(typeof(ClaimDocument))]
[JsonSerializable(typeof(ClaimDocumentPage))]
internal sealed partial class ClaimDocuments : JsonSerializerContext
{
    // JSON of its own, never inside a page: letters of every script stand as themselves.
    private static readonly Lazy<ClaimDocuments> Plain = new(static () =>
        new ClaimDocuments(new JsonSerializerOptions(Default!.Options) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    /// <summary>A claim as JSON in UTF-8.</summary>
    public static byte[] Write(ClaimDocument claim) => JsonSerializer.SerializeToUtf8Bytes(claim, Plain.Value.ClaimDocument);

    /// <summary>A page of claims as JSON in UTF-8.</summary>
    public static byte[] Write(ClaimDocumentPage page) => JsonSerializer.SerializeToUtf8Bytes(page, Plain.Value.ClaimDocumentPage);
}

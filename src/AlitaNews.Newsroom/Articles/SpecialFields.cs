using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Keys whose meaning depends on their value, and maps that hold several meanings (<c>content.md</c>, section 4, <b>T</b>).</summary>
internal static class SpecialFields
{
    // Behind every key of our own that means the same.
    private const int LastRank = 99;

    // What a permalink has that is a pattern instead of a path.
    private static readonly System.Buffers.SearchValues<char> PatternCharacters = System.Buffers.SearchValues.Create(":{}%<>");

    // Jekyll's names for patterns, and Eleventy's word for no address.
    private static readonly HashSet<string> Styles = ["date", "pretty", "ordinal", "weekdate", "none", "false", "true"];

    // What themes of Zola show of a page beyond what the generator knows.
    private static readonly HashSet<string> ExtraKeys =
        ["subtitle", "image", "cover", "coverimage", "heroimage", "thumbnail", "banner", "featuredimage", "imagealt", "coveralt", "updated"];

    private static readonly string[] SeoKeys = ["title", "description", "canonical", "image"];

    /// <summary>Places a field if its key is one of these.</summary>
    /// <param name="fields">Where it goes.</param>
    /// <param name="field">The field.</param>
    /// <param name="key">Its key in the compared form.</param>
    public static bool Place(ArticleFields fields, Field field, ReadOnlySpan<char> key)
    {
        switch (key)
        {
            case "published":
                PlacePublished(fields, field);
                return true;
            case "status":
                PlaceStatus(fields, field);
                return true;
            case "hero":
                fields.Put(ValueReader.FindFlag(field.Value) is null ? ArticleKey.Hero : ArticleKey.Featured, ValueReader.FindFlag(field.Value) is null ? 0 : LastRank, field);
                return true;
            case "header":
                PlaceHero(fields, field, field.Value.Find("image"));
                return true;
            case "resources":
                PlaceHero(fields, field, field.Value.Items.FirstOrDefault(static item => item.Find("name")?.Text is "hero" or "featured")?.Find("src"));
                return true;
            case "menu":
                PlaceIf(fields, field, field.Value.Kind == FieldKind.Text, ArticleKey.ShortTitle);
                return true;
            case "robots":
                PlaceIf(fields, field with { Value = Yes(field) }, new[] { field.Value }.Concat(field.Value.Items).Any(static word => word.Text.Contains("noindex", StringComparison.OrdinalIgnoreCase)), ArticleKey.NoIndex, field);
                return true;
            case "sitemap":
                var left = ValueReader.FindFlag(field.Value) == false || field.Value.Find("disable") is { } disable && ValueReader.FindFlag(disable) == true;
                PlaceIf(fields, field with { Value = Yes(field) }, left, ArticleKey.NoIndex, field);
                return true;
            case "render" or "permalink" when ValueReader.FindFlag(field.Value) == false:
            case "headless" when ValueReader.FindFlag(field.Value) == true:
                fields.NoPage = field;
                fields.Keep(field);
                return true;
            case "build":
                if (field.Value.Find("render")?.Text is "never" or "false" or "link")
                    fields.NoPage = field;
                PlaceIf(fields, field with { Value = Yes(field) }, field.Value.Find("list")?.Text is "never" or "false", ArticleKey.Unlisted, field);
                return true;
            case "lastupdate" when field.Value.Kind == FieldKind.Map:
                fields.Keep(field);
                if (field.Value.Find("date") is { } updated)
                    fields.Put(ArticleKey.Updated, LastRank, field with { Value = updated }, field);
                return true;
            case "ogimage" when field.Value.Kind == FieldKind.Map:
                fields.Keep(field);
                if ((field.Value.Find("url") ?? field.Value.Find("src")) is { } social)
                    fields.Put(ArticleKey.SocialImage, 1, field with { Value = social }, field);
                return true;
            case "seo" when field.Value.Kind == FieldKind.Map:
                PlaceParts(fields, field, [ArticleKey.SeoTitle, ArticleKey.SeoDescription, ArticleKey.Canonical, ArticleKey.SocialImage]);
                return true;
            case "social" when field.Value.Kind == FieldKind.Map:
                PlaceParts(fields, field, [ArticleKey.SocialTitle, ArticleKey.SocialDescription, null, ArticleKey.SocialImage]);
                return true;
            case "seotitle":
                fields.Put(ArticleKey.SeoTitle, 1, field);
                return true;
            case "ogimage" or "ogimageurl" or "ogimagepath":
                fields.Put(ArticleKey.SocialImage, 1, field);
                return true;
            case "externalurl":
                // Two generators spell one key in two ways and mean two things: external_url leads away, externalUrl names the original.
                var leadsAway = field.Key.AsSpan().ContainsAny('_', '-');
                fields.Put(leadsAway ? ArticleKey.RedirectTo : ArticleKey.Canonical, LastRank, field);
                return true;
            case "url" or "permalink" or "path":
                PlaceAddress(fields, field);
                return true;
            case "routes" or "taxonomy" or "taxonomies" or "extra" when field.Value.Kind == FieldKind.Map:
                PlaceInner(fields, field);
                return true;
            case "params" when field.Value.Kind == FieldKind.Map:
                fields.KeepAll(field.Value);
                return true;
            case "type" or "layout" or "params" or "authortitle" or "authorurl" or "authorimageurl":
                fields.Keep(field);
                return true;
            default:
                return false;
        }
    }

    private static void PlacePublished(ArticleFields fields, Field field)
    {
        if (ValueReader.FindFlag(field.Value) is { } published)
            fields.Put(ArticleKey.Draft, LastRank, field with { Value = FieldNode.Scalar(published ? "false" : "true", quoted: false, field.Value.Span) }, field);
        else
            fields.Put(ArticleKey.Publish, LastRank, field);
    }

    private static void PlaceStatus(ArticleFields fields, Field field)
    {
        var word = field.Value.Text.Trim().ToLowerInvariant();
        if (word == "draft")
        {
            fields.Put(ArticleKey.Draft, LastRank, field with { Value = Yes(field) }, field);
            return;
        }

        if (word is "published" or "")
            return;
        fields.Keep(field);
        if (ClaimVocabulary.FindStatus(word) is not null)
        {
            fields.Report(
                DiagnosticCatalogue.StatusBelongsToClaim,
                field.KeySpan,
                $"\"status: {field.Value.Text}\" means nothing here: a status belongs to a claim",
                "put it into an entry of \"claims\"");
        }
    }

    private static void PlaceHero(ArticleFields fields, Field field, FieldNode? picture)
    {
        // The rest of the map, other pictures among it, is nobody's business here, but stays.
        fields.Keep(field);
        if (picture is not null)
            fields.Put(ArticleKey.Hero, LastRank, field with { Value = picture }, field);
    }

    private static void PlaceAddress(ArticleFields fields, Field field)
    {
        var path = field.Value.Text.Trim();
        fields.AsksForPage |= path.Length > 0;
        if (path.Length > 0 && !path.StartsWith("//", StringComparison.Ordinal) && !path.AsSpan().ContainsAny(PatternCharacters) && (path[0] == '/' || IsRelativePath(path)))
        {
            fields.AddOldAddress(field.Value);
            return;
        }

        if (path.Contains("{{", StringComparison.Ordinal))
            fields.AddressPattern = EleventyPermalink.Compile(path);
        else if (path.StartsWith('/') && path.Contains("/:", StringComparison.Ordinal) && !path.AsSpan().ContainsAny('{', '%', '<'))
            fields.AddressPattern = path;
        fields.Keep(field);
    }

    private static bool IsRelativePath(string path) => !Styles.Contains(path) && !path.AsSpan().ContainsAny(" #?\\") && path[0] != '.';

    private static void PlaceInner(ArticleFields fields, Field map)
    {
        foreach (var inner in map.Value.Fields)
        {
            var meant = ArticleKeys.Find(FieldKey.Normalise(inner.Key))?.Key;
            if (meant is ArticleKey.Aliases or ArticleKey.Tags or ArticleKey.Topics or ArticleKey.Series or ArticleKey.Authors)
                fields.Put(meant.Value, LastRank, inner);
            else if (meant is { } key && FieldKey.AreEqual(map.Key, "extra") && ExtraKeys.Contains(FieldKey.Normalise(inner.Key)))
                fields.Put(key, LastRank, inner, map);
            else
                fields.Keep(map);
        }
    }

    private static void PlaceParts(ArticleFields fields, Field map, ReadOnlySpan<ArticleKey?> meanings)
    {
        foreach (var part in map.Value.Fields)
        {
            var at = Array.FindIndex(SeoKeys, name => FieldKey.AreEqual(name, part.Key));
            if (at >= 0 && meanings[at] is { } key)
                fields.Put(key, 0, part);
            else
                fields.Report(DiagnosticCatalogue.UnknownKey, part.KeySpan, $"\"{part.Key}\" is no key of \"{map.Key}\" and means nothing here");
        }
    }

    private static void PlaceIf(ArticleFields fields, Field placed, bool condition, ArticleKey key, Field? kept = null)
    {
        if (condition)
            fields.Put(key, LastRank, placed, kept);
        if (!condition || kept?.Value.Kind == FieldKind.Map)
            fields.Keep(kept ?? placed);
    }

    private static FieldNode Yes(Field field) => FieldNode.Scalar("true", quoted: false, field.Value.Span);
}

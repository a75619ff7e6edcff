using System.Collections.Frozen;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;

namespace AlitaNews.Newsroom.Articles;

/// <summary>
/// The keys that mean one thing whatever their value is: our own, and those of posts written for other generators.
/// Of several for one thing the first in its line counts. Keys whose meaning depends on their value are in <see cref="ArticleFields"/>.
/// </summary>
internal static class ArticleKeys
{
    private static readonly (ArticleKey Key, string[] Names)[] Table =
    [
        (ArticleKey.Schema, ["schema"]),
        (ArticleKey.Id, ["id", "uid", "guid"]),
        (ArticleKey.Title, ["title", "headline", "newstitle"]),
        (ArticleKey.ShortTitle, ["short-title", "linkTitle", "sidebarTitle"]),
        (ArticleKey.SeoTitle, ["seo-title", "meta_title"]),
        (ArticleKey.SeoDescription, ["seo-description", "meta_description"]),
        (ArticleKey.Canonical, ["canonical", "canonical_url"]),
        (ArticleKey.Slug, ["slug", "postSlug"]),
        (ArticleKey.Aliases, ["aliases", "redirect_from"]),
        (ArticleKey.RedirectTo, ["redirect-to", "redirect"]),
        (ArticleKey.Kind, ["kind"]),
        (ArticleKey.Section, ["section"]),
        (ArticleKey.Topics, ["topics", "about", "categories", "category"]),
        (ArticleKey.Tags, ["tags", "tag", "keywords"]),
        (ArticleKey.Series, ["series"]),
        (ArticleKey.Part, ["part"]),
        (ArticleKey.Related, ["related"]),
        (ArticleKey.Weight, ["weight"]),
        (ArticleKey.Featured, ["featured", "pinned", "sticky"]),
        (ArticleKey.Date, ["date", "created_at", "created"]),
        (ArticleKey.Publish, ["publish", "publishDate", "pubDate", "pubDatetime", "publishedAt", "publishedDate", "datePublished"]),
        (ArticleKey.Updated, ["updated", "lastmod", "modified", "updatedDate", "last_modified_at", "last_updated", "dateModified", "modDatetime", "updatedAt", "dateUpdated", "lastModified"]),
        (ArticleKey.Expires, ["expires", "expiryDate", "unpublishdate"]),
        (ArticleKey.TimeZone, ["timezone"]),
        (ArticleKey.Draft, ["draft", "isDraft"]),
        (ArticleKey.Unlisted, ["unlisted", "hidden", "eleventyExcludeFromCollections"]),
        (ArticleKey.NoIndex, ["noindex"]),
        (ArticleKey.Removed, ["removed"]),
        (ArticleKey.Authors, ["authors", "author"]),
        (ArticleKey.Editor, ["editor"]),
        (ArticleKey.ReviewedBy, ["reviewed-by"]),
        (ArticleKey.Translator, ["translator"]),
        (ArticleKey.Kicker, ["kicker"]),
        (ArticleKey.Standfirst, ["standfirst", "deck", "subtitle", "subhead", "dek", "lede", "tagline"]),
        (ArticleKey.Summary, ["summary", "excerpt", "custom_excerpt"]),
        (ArticleKey.Description, ["description"]),
        (ArticleKey.Backstory, ["backstory"]),
        (ArticleKey.Hero, ["hero", "image", "images", "featured_image", "feature_image", "heroImage", "cover", "coverImage", "thumbnail", "thumb", "primary_image", "banner"]),
        (ArticleKey.HeroAlt, ["image_alt", "alt", "feature_image_alt", "heroImageAlt", "coverAlt", "coverImageAlt"]),
        (ArticleKey.HeroCaption, ["image_caption", "image_figcaption", "captions", "feature_image_caption"]),
        (ArticleKey.SocialTitle, ["social-title", "og_title", "twitter_title"]),
        (ArticleKey.SocialDescription, ["social-description", "og_description", "twitter_description"]),
        (ArticleKey.SocialImage, ["sharing_image", "og_image", "twitter_image", "social_image"]),
        (ArticleKey.Claims, ["claims"]),
        (ArticleKey.Sources, ["sources"]),
        (ArticleKey.Corrections, ["corrections"]),
        (ArticleKey.Verification, ["verification"]),
        (ArticleKey.Spoiler, ["spoiler"]),
        (ArticleKey.ContentWarning, ["content-warning"]),
        (ArticleKey.Sponsor, ["sponsor"]),
        (ArticleKey.AiUse, ["ai-use"]),
        (ArticleKey.Language, ["lang", "language", "locale"]),
        (ArticleKey.License, ["license", "licence"]),
        (ArticleKey.ExcerptSeparator, ["excerpt_separator"]),
    ];

    // Keys that ArticleFields looks at itself; here only for "did you mean".
    private static readonly string[] Dispatched = ["published", "status", "permalink", "params", "social"];

    private static readonly FrozenDictionary<string, Meaning> ByName = Table
        .SelectMany(static row => row.Names.Select((name, rank) => KeyValuePair.Create(FieldKey.Normalise(name), new Meaning(row.Key, rank))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Meaning>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    // Our own keys, and aliases long enough not to be mistaken for another word.
    private static readonly string[] Suggestible =
    [
        .. Table.Select(static row => row.Names[0]),
        .. Dispatched,
        .. Table.SelectMany(static row => row.Names.Skip(1)).Where(static name => name.Length > 6),
    ];

    /// <summary>What a key means, and how early it stands among those that mean it.</summary>
    internal readonly record struct Meaning(ArticleKey Key, int Rank);

    /// <summary>The preferred name of a key, for messages.</summary>
    public static string NameOf(ArticleKey key) => Table[(int)key].Names[0];

    /// <summary>What a key in its compared form means, or null.</summary>
    public static Meaning? Find(ReadOnlySpan<char> normalised) => BySpan.TryGetValue(normalised, out var meaning) ? meaning : null;

    /// <summary>The known key that an unknown one may have been meant to be, or null.</summary>
    public static string? FindMeant(string key)
    {
        var lower = key.ToLowerInvariant();
        return Suggestion.Find(lower, Suggestible) ?? Suggestion.Find(FieldKey.Normalise(key), Suggestible);
    }

    /// <summary>Whether the value of a known key may be a map: one that may not was not meant where a map stands.</summary>
    public static bool MayHoldMap(string name) => name is "hero" or "image" or "cover" or "banner" or "authors" or "author" or "removed" or "sponsor" or "social" or "params" or "seo" or "featured_image";

    /// <summary>The one known key that is a single typing error away; null where there is none, or more than one.</summary>
    public static string? FindOnlyMeant(string key)
    {
        var near = Suggestible.Where(known => known.Length > 4 && Suggestion.IsOneStep(key.ToLowerInvariant(), known)).Take(2).ToList();
        return near.Count == 1 ? near[0] : null;
    }
}

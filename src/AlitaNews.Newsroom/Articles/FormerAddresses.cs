using System.Globalization;
using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Articles;

/// <summary>
/// Where a post stood when another generator published it: by the pattern of that generator's settings, else by its custom, which follows from
/// folder and name. Readers and search engines still know these addresses.
/// </summary>
internal static partial class FormerAddresses
{
    /// <summary>The old addresses that the front matter names, and those that follow from where the file lies.</summary>
    public static IReadOnlyList<string> List(Article article, ParsedArticle parsed, CompileSettings settings)
    {
        if (settings.Layout.IsOwn)
            return article.Aliases;
        var guessed = parsed.AddressWritten ? [] : DaysOf(article, settings).SelectMany(day => Guess(new FormerPost(article, day, settings), parsed.AddressPattern, settings));
        return WithPrefix(article.Aliases.Concat(guessed), settings.Generator.Prefix, "/news/" + article.Slug);
    }

    /// <summary>Addresses in the spelling in which they are compared, each once; where the whole site stood below a path, also below that.</summary>
    /// <param name="written">The addresses as the generator knew them: it put that path in front by itself.</param>
    /// <param name="prefix">The path, or empty.</param>
    /// <param name="present">The present address, which is no old one.</param>
    public static IReadOnlyList<string> WithPrefix(IEnumerable<string> written, string prefix, string present) =>
        [.. written.SelectMany(address => prefix.Length == 0 ? [address] : new[] { prefix + address, address })
            .Select(static address => OldAddress.Find(address)).OfType<string>().Where(address => address != present).Distinct(StringComparer.Ordinal)];

    // The generator counted days in a zone of its own; where the name of the file has another day, it may be that one.
    private static IEnumerable<DateOnly> DaysOf(Article article, CompileSettings settings)
    {
        var day = (SiteZone.Find(settings.Site.TimeZone) ?? SiteZone.Utc).DayOf(article.Date);
        return DateOnly.TryParseExact(ArticlePath.Read(article.Path).Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named) ? new[] { day, named }.Distinct() : [day];
    }

    private static IEnumerable<string> Guess(FormerPost post, string? own, CompileSettings settings)
    {
        var pattern = own is null ? settings.Generator.Patterns.FirstOrDefault(pattern => pattern.Fits(post.Path)) : new AddressPattern("", own, IsHugo: false);
        if (pattern is not null && post.Fill(pattern) is { } address)
        {
            yield return address;
            if (settings.Generator.Ugly)
                yield return address.TrimEnd('/') + ".html";
            yield break;
        }

        if (settings.Layout.IsJekyll(post.Path))
        {
            // Hosts of Jekyll sites answer without the ending too.
            if (post.Fill(new AddressPattern("", "/:categories/:year/:month/:day/:title", IsHugo: false)) is { } dated)
            {
                yield return dated + ".html";
                yield return dated;
            }

            yield break;
        }

        // Hugo and Astro keep a date in the name, Eleventy and Zola take it off; all but Eleventy let a slug take the name's place.
        foreach (var name in new[] { post.FileName, post.Stem, post.Slug })
        {
            yield return $"/{post.Folder}{name}";
            if (settings.Generator.Ugly)
                yield return $"/{post.Folder}{name}.html";
        }

        // In Docusaurus and Astro a slug takes the place of the folders too.
        if (post.WrittenSlug is { } slug && post.Folder.IndexOf('/', StringComparison.Ordinal) is var top && top + 1 < post.Folder.Length)
            yield return $"/{post.Folder[..top]}/{slug}";

        // Of name.fr.md, Hugo and Zola have the name below /fr, and below the root where that is the language of the site.
        if (post.Language is { } language)
        {
            yield return $"/{language}/{post.Folder}{post.Stem}";
            yield return $"/{post.Folder}{post.Stem}";
        }

        // In Eleventy a file called like its folder stands for it.
        if (post.Folder.EndsWith($"/{post.Stem}/", StringComparison.Ordinal))
            yield return $"/{post.Folder}";

        // Docusaurus puts the date in front of the folders.
        if (post.Folder.StartsWith("blog/", StringComparison.Ordinal) && post.NameHasDate)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"/blog/{post.Day:yyyy'/'MM'/'dd}/{post.Stem}");
            if (Years.Replace(post.Folder["blog/".Length..], "") is { Length: > 0 } folder)
                yield return string.Create(CultureInfo.InvariantCulture, $"/blog/{post.Day:yyyy'/'MM'/'dd}/{folder}{post.Stem}");
        }
    }

    [GeneratedRegex("^[0-9/-]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Years { get; }
}

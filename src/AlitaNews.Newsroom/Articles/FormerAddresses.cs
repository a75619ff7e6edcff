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
        if (settings.Layout.IsOwn || parsed.AddressWritten)
            return article.Aliases;
        var addresses = new List<string>(article.Aliases);
        foreach (var written in DaysOf(article, settings).SelectMany(day => Guess(new Post(article, day, settings), parsed.AddressPattern, settings)))
        {
            if (OldAddress.Find(settings.Generator.Prefix + written) is { } address && address != "/news/" + article.Slug && !addresses.Contains(address))
                addresses.Add(address);
        }

        return addresses;
    }

    // The generator counted days in a zone of its own; where the name of the file has another day, it may be that one.
    private static IEnumerable<DateOnly> DaysOf(Article article, CompileSettings settings)
    {
        var day = (SiteZone.Find(settings.Site.TimeZone) ?? SiteZone.Utc).DayOf(article.Date);
        return DateOnly.TryParseExact(ArticlePath.Read(article.Path).Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named) ? new[] { day, named }.Distinct() : [day];
    }

    private static IEnumerable<string> Guess(Post post, string? own, CompileSettings settings)
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

        if (post.Folder.StartsWith("blog/", StringComparison.Ordinal) && post.NameHasDate)
            yield return string.Create(CultureInfo.InvariantCulture, $"/blog/{post.Day:yyyy'/'MM'/'dd}/{post.Stem}"); // Docusaurus
    }

    [GeneratedRegex(@":([a-z_]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Token { get; }

    /// <summary>A post as its generator saw it.</summary>
    private sealed class Post
    {
        private readonly Article _article;
        private readonly ArticlePath _name;

        public Post(Article article, DateOnly day, CompileSettings settings)
        {
            _article = article;
            _name = ArticlePath.Read(article.Path);
            Path = settings.Layout.BelowSite(article.Path);
            Day = day;
            var at = ContentLayout.IsBundleIndex(Path) ? ContentLayout.FolderOf(Path) : Path;
            Folder = ContentLayout.FolderOf(at) is { Length: > 0 } folder ? folder + "/" : "";
            FileName = ContentLayout.IsBundleIndex(Path) ? ContentLayout.FileName(at) : System.IO.Path.GetFileNameWithoutExtension(Path);
        }

        public string Path { get; }

        public string Folder { get; }

        public string FileName { get; }

        public string Stem => _name.Stem;

        public string Slug => _article.Slug;

        public bool NameHasDate => _name.Date is not null;

        public DateOnly Day { get; }

        /// <summary>The address by a pattern; null where the post lacks what it asks for.</summary>
        public string? Fill(AddressPattern pattern)
        {
            var known = true;
            var filled = Token.Replace(pattern.Text, token =>
            {
                var value = ValueOf(token.Groups[1].Value, pattern.IsHugo);
                known &= value is not null;
                return value ?? "";
            });
            return known ? "/" + filled.TrimStart('/') : null;
        }

        private string? ValueOf(string token, bool isHugo) => token switch
        {
            "title" when isHugo => Urlise(_article.Title),
            "slug" when isHugo => WrittenSlug ?? Urlise(_article.Title),
            "slugorfilename" or "slugorcontentbasename" => WrittenSlug ?? FileName,
            "slug" => Slug,
            "title" => WrittenSlug ?? Stem,
            "filename" or "contentbasename" or "name" or "path" => isHugo ? FileName : Stem,
            "section" => Folder.Split('/')[0],
            "sections" => Folder.TrimEnd('/'),
            "collection" => Folder.TrimStart('_').Split('/')[0],
            "categories" or "slugified_categories" => Categories(),
            "output_ext" => ".html",
            _ when _article.DateIsFirstSeen => null,
            "year" => Format("yyyy"),
            "short_year" => Format("yy"),
            "month" => Format("MM"),
            "i_month" => Format("%M"),
            "monthname" or "long_month" => Format("MMMM"),
            "short_month" => Format("MMM"),
            "day" => Format("dd"),
            "i_day" => Format("%d"),
            "y_day" => Day.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
            "yearday" => Day.DayOfYear.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };

        private string? WrittenSlug => Slug == _name.Slug ? null : Slug;

        // As Hugo does: dots and the like stay, other punctuation goes.
        private static string Urlise(string title)
        {
            var kept = title.Where(static c => char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is '.' or '_' or '-' or '+' or '~' or '@');
            return string.Join('-', string.Concat(kept).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        private string Format(string format) => Day.ToString(format, CultureInfo.InvariantCulture);

        // Folders above _posts are categories too.
        private string Categories()
        {
            var above = Path.IndexOf("_posts/", StringComparison.Ordinal) is > 0 and var at ? Path[..at].TrimEnd('/').Split('/') : [];
            return string.Join('/', above.Concat(_article.Topics).Distinct(StringComparer.OrdinalIgnoreCase));
        }
    }
}

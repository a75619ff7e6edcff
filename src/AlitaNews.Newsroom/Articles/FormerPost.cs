using System.Globalization;
using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Articles;

/// <summary>A post as its generator saw it.</summary>
internal sealed partial class FormerPost
{
    private readonly Article _article;
    private readonly ArticlePath _name;

    public FormerPost(Article article, DateOnly day, CompileSettings settings)
    {
        _article = article;
        _name = ArticlePath.Read(article.Path);
        Path = settings.Layout.BelowSite(article.Path);
        Day = day;
        var at = ContentLayout.IsBundleIndex(Path) ? ContentLayout.FolderOf(Path) : Path;
        Folder = ContentLayout.FolderOf(at) is { Length: > 0 } folder ? folder + "/" : "";
        FileName = ContentLayout.IsBundleIndex(Path) ? ContentLayout.FileName(at) : System.IO.Path.GetFileNameWithoutExtension(Path);
    }

    /// <summary>Its path below the site's content.</summary>
    public string Path { get; }

    /// <summary>The folder it lies in, ending in a slash; empty at the top.</summary>
    public string Folder { get; }

    /// <summary>The name of the file, or of the bundle's folder, without its ending.</summary>
    public string FileName { get; }

    /// <summary>That name without a date in front.</summary>
    public string Stem => _name.Stem;

    /// <summary>The language that the name ends in, or null.</summary>
    public string? Language => _name.Language;

    /// <summary>Its slug here.</summary>
    public string Slug => _article.Slug;

    /// <summary>Whether folder or name hold a date.</summary>
    public bool NameHasDate => _name.Date is not null;

    /// <summary>The day of publication.</summary>
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
        "title_slug" => Articles.Slug.Of(_article.Title),
        "file_path" => Folder + Stem,
        "lang" => _article.Language,
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

    [GeneratedRegex(@":([a-z_]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Token { get; }

    /// <summary>The slug, where the front matter gives another than the name; or null.</summary>
    public string? WrittenSlug => Slug == _name.Slug ? null : Slug;

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

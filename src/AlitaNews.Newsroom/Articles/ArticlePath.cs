using System.Globalization;
using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Markdown.Guards;

namespace AlitaNews.Newsroom.Articles;

/// <summary>What the path of an article says: date, slug and language.</summary>
internal readonly partial record struct ArticlePath
{
    private ArticlePath(string stem, string? date, string? language)
    {
        Stem = stem;
        Date = date;
        Language = language;
    }

    /// <summary>The file name (of a bundle: the folder's) without date, language and extension.</summary>
    public string Stem { get; }

    /// <summary>The date before the name, or null.</summary>
    public string? Date { get; }

    /// <summary>The language tag behind the name, or null.</summary>
    public string? Language { get; }

    /// <summary>The slug of an article that gives none; two languages of one piece differ in it.</summary>
    public string Slug => Articles.Slug.Of(Language is null ? Stem : Stem + "-" + Language);

    /// <summary>The stem as words, for an article without any title.</summary>
    public string Words
    {
        get
        {
            var words = HiddenCharacters.Strip(Stem).Replace('-', ' ').Replace('_', ' ').Trim();
            return words.Length == 0 ? Slug : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
        }
    }

    /// <summary>Reads a path.</summary>
    public static ArticlePath Read(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var stem = WithoutExtension(name);
        var language = TakeLanguage(ref stem);
        if (stem == "index" && path.LastIndexOf('/') is > 0 and var slash)
        {
            var folder = path[..slash];
            stem = folder[(folder.LastIndexOf('/') + 1)..];
        }

        var date = TakeDate(ref stem) ?? DateOfFolders(path, ref stem);
        return new ArticlePath(stem, date, language);
    }

    private static string WithoutExtension(string name)
    {
        foreach (var extension in (ReadOnlySpan<string>)[".markdown", ".md"])
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && name.Length > extension.Length)
                return name[..^extension.Length];
        }

        return name;
    }

    // name.fr, name.pt-br: two or three letters, and perhaps a region.
    private static string? TakeLanguage(ref string stem)
    {
        var dot = stem.LastIndexOf('.');
        if (dot <= 0)
            return null;
        var tag = stem[(dot + 1)..];
        if (!IsLanguage(tag))
            return null;
        stem = stem[..dot];
        return tag;
    }

    /// <summary>Whether the last dotted part of a name is a language: two or three letters, and perhaps a region.</summary>
    public static bool IsLanguage(ReadOnlySpan<char> tag)
    {
        var dash = tag.IndexOf('-');
        var primary = dash < 0 ? tag : tag[..dash];
        var region = tag[primary.Length..];
        return primary.Length is 2 or 3 && AreLetters(primary) && (region.IsEmpty || (region.Length is 3 or 5 && AreLetters(region[1..])));
    }

    private static bool AreLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }

        return true;
    }

    // Docusaurus knows 2021/05-12-name.md, 2021-05-12/name.md and 2021/05/12/name.md as well.
    private static string? DateOfFolders(string path, ref string stem)
    {
        if (FolderDate.Match(path) is not { Success: true } match)
            return null;
        var date = $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}";
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return null;
        if (match.Groups["inname"].Success && stem.Length > 6)
            stem = stem[6..];
        return date;
    }

    [GeneratedRegex(@"(?:^|/)(?:(?<y>\d{4})/(?<inname>(?<m>\d\d)-(?<d>\d\d)-[^/]+)|(?<y>\d{4})(?:-(?<m>\d\d)-(?<d>\d\d)|/(?<m>\d\d)/(?<d>\d\d))/[^/]+)(?:/index\.[a-z]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FolderDate { get; }

    private static string? TakeDate(ref string stem)
    {
        if (stem.Length < 10 || stem[4] != '-' || stem[7] != '-' || (stem.Length > 10 && char.IsAsciiDigit(stem[10])))
            return null;
        var date = stem[..10];
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return null;
        var rest = stem[10..];
        if (rest is ['T', >= '0' and <= '9', ..])
            rest = rest[1..].TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', ':', '.');
        rest = rest.TrimStart('-', '_', ' ');
        if (rest.Length > 0)
            stem = rest;
        return date;
    }
}

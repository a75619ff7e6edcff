using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Search;

namespace AlitaNews.Newsroom.Rules;

/// <summary>
/// Tells which article a file was before it was renamed and broken in one save. Its front matter need not be readable for that: a name in it,
/// the name of the file, the title or the words are enough.
/// </summary>
public static partial class BrokenRename
{
    private const int NoTimeout = -1;

    /// <summary>Front matter is not longer; what names an article stands there.</summary>
    private const int Head = 64 * 1024;

    /// <summary>Words of a longer text are not compared: the beginning tells.</summary>
    private const int MostCompared = 256 * 1024;

    /// <summary>Two articles may have the same three words for a title.</summary>
    private const int TellingTitle = 12;

    /// <summary>Fewer pairs of words tell nothing.</summary>
    private const int FewPairs = 10;

    /// <summary>Finds the article.</summary>
    /// <param name="path">Where the broken file lies.</param>
    /// <param name="text">What it holds, readable or not.</param>
    /// <param name="gone">The articles whose files went.</param>
    /// <param name="bodyOf">The body of an article as it was last whole, as HTML; asked only where nothing else tells.</param>
    /// <returns>One of them, or null where the file is none of them.</returns>
    public static FileFacts? FindBefore(string path, string text, IReadOnlyCollection<FileFacts> gone, Func<FileFacts, string> bodyOf)
    {
        var head = text.Length > Head ? text[..Head] : text;
        var names = Names().Matches(head).Select(static match => (IsSlug: match.Groups[1].Value.Equals("slug", StringComparison.OrdinalIgnoreCase), Name: match.Groups[2].Value.Trim())).ToList();
        var titles = Titles().Matches(head).Select(static match => match.Value.Trim(' ', '\t', '"', '\'', ',')).ToList();
        var slug = ArticlePath.Read(path).Slug;
        if (names.Exists(static name => !name.IsSlug))
            return Find(facts => names.Contains((false, facts.Id))); // an id that is written decides
        return Find(facts => names.Contains((true, facts.Article!.Slug)))
            ?? Find(facts => facts.Id == slug || facts.Article!.Slug == slug || IndexKeys.StemOf(facts.Path) == IndexKeys.StemOf(path))
            ?? Find(facts => facts.Name.Length >= TellingTitle && titles.Exists(title => title.EndsWith(facts.Name, StringComparison.Ordinal)))
            ?? FindAlike(text, gone, bodyOf);

        FileFacts? Find(Func<FileFacts, bool> isIt) => gone.Where(isIt).MinBy(static facts => facts.Path, StringComparer.Ordinal);
    }

    // As version control sees a rename: half of what was there is there still.
    private static FileFacts? FindAlike(string text, IReadOnlyCollection<FileFacts> gone, Func<FileFacts, string> bodyOf)
    {
        var now = ListPairs(text);
        return gone
            .Select(facts => (Facts: facts, Before: ListPairs(Markup().Replace(bodyOf(facts), " "))))
            .Where(one => one.Before.Count >= FewPairs)
            .Select(one => (one.Facts, Kept: (double)one.Before.Count(now.Contains) / one.Before.Count))
            .Where(static one => one.Kept >= 0.5)
            .OrderByDescending(static one => one.Kept).ThenBy(static one => one.Facts.Path, StringComparer.Ordinal)
            .Select(static one => one.Facts)
            .FirstOrDefault();
    }

    private static HashSet<string> ListPairs(string text)
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        var last = "";
        foreach (var word in PlainWords.List(text.Length > MostCompared ? text[..MostCompared] : text))
        {
            pairs.Add(last + " " + word);
            last = word;
        }

        return pairs;
    }

    // YAML, TOML and JSON alike: a key at the start of a line, and its value up to a quote, a comma or a comment.
    [GeneratedRegex("""^[ \t]{0,2}"?(id|uid|guid|slug)"?[ \t]*[:=][ \t]*["']?([^"'#,\n]+)""", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, NoTimeout)]
    private static partial Regex Names();

    [GeneratedRegex("""^[ \t]*(?:"?(?:title|headline)"?[ \t]*[:=]|#[ \t])[^\n]*""", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, NoTimeout)]
    private static partial Regex Titles();

    [GeneratedRegex("<[^>]*>|\u0002[^\u0003]*\u0003", RegexOptions.CultureInvariant, NoTimeout)]
    private static partial Regex Markup();
}

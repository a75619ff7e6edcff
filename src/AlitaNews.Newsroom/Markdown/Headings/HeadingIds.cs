using System.Globalization;
using Markdig.Helpers;

namespace AlitaNews.Newsroom.Markdown.Headings;

/// <summary>
/// Ids for headings, as GitHub makes them. Counted here because Markdig tries every number for every repetition, which takes the square of them.
/// </summary>
internal sealed class HeadingIds
{
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>The id for a heading of some words, different from all before.</summary>
    public string Make(string words)
    {
        var stem = LinkHelper.UrilizeAsGfm(words);
        if (stem.Length == 0)
            stem = "section";
        if (_used.TryAdd(stem, 0))
            return stem;
        while (true)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{++_used[stem]}");
            if (_used.TryAdd(id, 0))
                return id;
        }
    }

    /// <summary>Notes an id that an editor gives; the heading may keep it if nobody has it yet.</summary>
    public bool TryTake(string id) => _used.TryAdd(id, 0);
}

using AlitaNews.Newsroom.Markdown.Attributes;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>A shortcode of another generator that we understand.</summary>
/// <param name="Name">Its name, lower case.</param>
/// <param name="Items">Its arguments; one without a name has a key and no value.</param>
internal sealed record Shortcode(string Name, IReadOnlyList<WrittenAttribute> Items)
{
    /// <summary>The value of a named argument, or null.</summary>
    public string? Find(string key)
    {
        foreach (var item in Items)
        {
            if (item.Value is not null && string.Equals(item.Key, key, StringComparison.OrdinalIgnoreCase))
                return item.Value;
        }

        return null;
    }

    /// <summary>The first argument without a name, or null.</summary>
    public string? First
    {
        get
        {
            foreach (var item in Items)
            {
                if (item.Value is null)
                    return item.Key;
            }

            return null;
        }
    }
}

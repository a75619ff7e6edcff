namespace AlitaNews.Newsroom.Articles;

/// <summary>Older posts say RUMOUR in the title; here the label is computed, so the word is lifted off.</summary>
internal static class TitlePrefix
{
    private static readonly string[] Words = ["EXCLUSIVE RUMOUR", "EXCLUSIVE RUMOR", "UNCONFIRMED", "RUMOUR", "RUMOR"];

    /// <summary>The title without the prefix, however often it stands there, and whether there was one.</summary>
    public static (string Title, bool Lifted) Lift(string title)
    {
        var rest = title.AsSpan();
        while (TryLift(ref rest))
        {
        }

        return rest.Length == title.Length ? (title, false) : (rest.ToString(), true);
    }

    private static bool TryLift(ref ReadOnlySpan<char> title)
    {
        foreach (var word in Words)
        {
            if (!title.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = title[word.Length..];
            var trimmed = rest.TrimStart();
            if (trimmed.IsEmpty)
                continue;
            // A hyphen needs a blank before it: "Rumour-mongers" is a word.
            var separated = trimmed[0] is ':' or '\u2013' or '\u2014' || (trimmed[0] == '-' && trimmed.Length < rest.Length);
            var after = trimmed[1..].Trim();
            if (!separated || after.IsEmpty)
                continue;
            title = after;
            return true;
        }

        return false;
    }
}

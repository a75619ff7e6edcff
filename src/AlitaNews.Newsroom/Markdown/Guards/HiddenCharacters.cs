using System.Buffers;
using System.Text;

namespace AlitaNews.Newsroom.Markdown.Guards;

/// <summary>Characters that hide or reorder what a reader sees, and control characters, which our markers are made of.</summary>
internal static class HiddenCharacters
{
    /// <summary>All of them, but for the tag characters (U+E0000 and on), which the flags of England, Scotland and Wales are made of.</summary>
    public const string Signs =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000D\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F"
        + "\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F"
        + "\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F"
        + "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u2028\u2029\uFEFF\uFFF9\uFFFA\uFFFB\uFFFE\uFFFF";

    private const char Tag = '\uDB40';
    private static readonly SearchValues<char> Candidates = SearchValues.Create([.. Signs, Tag]);

    /// <summary>The edits that take hidden characters out of a text.</summary>
    public static List<TextEdit> List(string text)
    {
        var edits = new List<TextEdit>();
        for (var i = text.AsSpan().IndexOfAny(Candidates); i >= 0;)
        {
            var flag = IsFlag(text, i);
            var end = i;
            while (end < text.Length && (flag ? text[end] == Tag : Candidates.Contains(text[end])))
                end += text[end] == Tag ? Math.Min(2, text.Length - end) : 1;
            if (!flag)
                edits.Add(new TextEdit(i, end, text.AsSpan(i, end - i).ContainsAny('\u2028', '\u2029', '\u0085') ? " " : ""));
            var next = text.AsSpan(end).IndexOfAny(Candidates);
            i = next < 0 ? -1 : end + next;
        }

        return edits;
    }

    /// <summary>A text without hidden characters.</summary>
    public static string Strip(string text)
    {
        if (text.AsSpan().IndexOfAny(Candidates) < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        var done = 0;
        foreach (var edit in List(text))
        {
            clean.Append(text, done, edit.Start - done).Append(edit.Replacement);
            done = edit.End;
        }

        return clean.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Whether an edit takes out something that could mislead, rather than a stray mark.</summary>
    public static bool IsWorthReporting(string text, TextEdit edit) => !text.AsSpan(edit.Start, edit.End - edit.Start).Trim("\uFEFF\u2028\u2029\u000B\u000C\u000D").IsEmpty;

    /// <summary>The flags of England, Scotland and Wales are a black flag and tag characters.</summary>
    private static bool IsFlag(string text, int start) => text[start] == Tag && start >= 2 && text[start - 2] == '\uD83C' && text[start - 1] == '\uDFF4';
}

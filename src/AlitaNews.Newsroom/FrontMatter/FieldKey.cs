namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>Keys are compared in lower case and without <c>_</c> and <c>-</c> (<c>content.md</c>, section 3).</summary>
public static class FieldKey
{
    /// <summary>Whether two keys mean the same.</summary>
    public static bool AreEqual(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var j = 0;
        foreach (var c in a)
        {
            if (c is '_' or '-')
                continue;
            while (j < b.Length && b[j] is ('_' or '-'))
                j++;
            if (j == b.Length || char.ToLowerInvariant(c) != char.ToLowerInvariant(b[j]))
                return false;
            j++;
        }

        while (j < b.Length && b[j] is ('_' or '-'))
            j++;
        return j == b.Length;
    }

    /// <summary>Writes the form of a key by which keys are compared.</summary>
    /// <returns>The number of characters written; -1 if the key is longer than the buffer.</returns>
    public static int Normalise(ReadOnlySpan<char> key, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in key)
        {
            if (c is '_' or '-')
                continue;
            if (length == buffer.Length)
                return -1;
            buffer[length++] = char.ToLowerInvariant(c);
        }

        return length;
    }

    /// <summary>The form of a key by which keys are compared.</summary>
    public static string Normalise(string key)
    {
        Span<char> buffer = key.Length <= 128 ? stackalloc char[key.Length] : new char[key.Length];
        return new string(buffer[..Normalise(key, buffer)]);
    }
}

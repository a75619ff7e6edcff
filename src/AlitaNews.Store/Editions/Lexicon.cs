using System.Globalization;
using System.Text;
using Dapper;
using Npgsql;

namespace AlitaNews.Store.Editions;

/// <summary>
/// What PostgreSQL's dictionaries make of words, each asked for once: a library's stories are written in the same few ten thousand
/// words, and reading every story anew in the server costs twenty times what it costs to put known words together. Not safe for use by
/// several threads.
/// </summary>
internal sealed class Lexicon
{
    private const int MostWords = 50_000;

    // Nobody can look for a longer one.
    private const int LongestWord = 200;

    private readonly Dictionary<string, Lexeme[]> _known = new(StringComparer.Ordinal);

    private const string AskSql = """
        select n.word, l.lexeme, p.position
        from unnest(@words) as n (word)
        cross join lateral unnest(to_tsvector('news', n.word)) as l
        cross join lateral unnest(l.positions) as p (position)
        """;

    /// <summary>Learns the words that it does not know yet, with one question.</summary>
    /// <param name="texts">Words with a blank between them.</param>
    /// <param name="transaction">Where to ask.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task LearnAsync(IEnumerable<string> texts, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        if (_known.Count > MostWords)
            _known.Clear();
        var unknown = FindUnknown(texts);
        if (unknown.Count == 0)
            return;
        var answers = await transaction.Connection!.QueryAsync<Answer>(new CommandDefinition(AskSql, new { words = unknown.ToArray() }, transaction, cancellationToken: cancel));
        foreach (var word in unknown)
            _known[word] = [];
        foreach (var answer in answers.GroupBy(static answer => answer.Word, StringComparer.Ordinal))
            _known[answer.Key] = [.. answer.Select(static one => new Lexeme(Quoted(one.Lexeme), one.Position))];
    }

    /// <summary>Writes the words of a text as a part of a vector, in the syntax of <c>tsvector</c>.</summary>
    /// <param name="vector">What was written before.</param>
    /// <param name="text">Words with a blank between them, all of them learnt.</param>
    /// <param name="weight">The weight of the text: A to D.</param>
    /// <param name="position">The position of the last word before; of the last one of this text afterwards.</param>
    public void Write(StringBuilder vector, ReadOnlySpan<char> text, char weight, ref int position)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in text.Split(' '))
        {
            if (!known.TryGetValue(text[range], out var lexemes))
                continue;
            foreach (var lexeme in lexemes)
                vector.Append(lexeme.Text).Append(':').Append(CultureInfo.InvariantCulture, $"{position + lexeme.Position}").Append(weight).Append(' ');
            position += lexemes.Length;
        }
    }

    private HashSet<string> FindUnknown(IEnumerable<string> texts)
    {
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = unknown.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            var words = text.AsSpan();
            foreach (var range in words.Split(' '))
            {
                var word = words[range];
                if (word.Length is > 0 and <= LongestWord && !known.ContainsKey(word))
                    found.Add(word);
            }
        }

        return unknown;
    }

    private static string Quoted(string lexeme) => $"'{lexeme.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    private sealed record Answer
    {
        public required string Word { get; init; }

        public required string Lexeme { get; init; }

        public short Position { get; init; }
    }

    private readonly record struct Lexeme(string Text, int Position);
}

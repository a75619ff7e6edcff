using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Newsroom.Rules;

/// <summary>The wording that a file gives to a claim.</summary>
/// <param name="Path">The file, as <see cref="ContentIndex"/> knows it.</param>
/// <param name="Claim">The claim's id, as written.</param>
/// <param name="Text">The words.</param>
/// <param name="Sketch">A sketch of the words.</param>
internal sealed record ClaimText(string Path, string Claim, string Text, ClaimSketch Sketch)
{
    /// <summary>The pieces of the words; made when they are first asked for, which is seldom.</summary>
    public IReadOnlySet<string> Pieces => field ??= ClaimSimilarity.Trigrams(Text);
}

/// <summary>The wordings of all claims by topic, for finding those that say nearly the same. Not safe for use by several threads.</summary>
internal sealed class ClaimTexts
{
    private readonly Dictionary<string, Dictionary<(string Path, string Claim), ClaimText>> _byTopic = new(StringComparer.Ordinal);

    /// <summary>A file came.</summary>
    public void Put(string path, FileFacts facts)
    {
        foreach (var (claim, text) in WordingsOf(facts))
        {
            var written = new ClaimText(path, claim, text, ClaimSketch.Of(text));
            foreach (var topic in TopicsOf(facts))
            {
                if (!_byTopic.TryGetValue(topic, out var texts))
                    _byTopic[topic] = texts = [];
                texts[(path, claim)] = written;
            }
        }
    }

    /// <summary>A file went.</summary>
    public void Remove(string path, FileFacts facts)
    {
        foreach (var (claim, _) in WordingsOf(facts))
        {
            foreach (var topic in TopicsOf(facts))
            {
                if (_byTopic.TryGetValue(topic, out var texts) && texts.Remove((path, claim)) && texts.Count == 0)
                    _byTopic.Remove(topic);
            }
        }
    }

    /// <summary>Wordings of other claims that are nearly the same, of files that share a topic.</summary>
    public IEnumerable<ClaimText> ListNear(string claim, string text, IEnumerable<string> topics)
    {
        var sketch = ClaimSketch.Of(text);
        IReadOnlySet<string>? pieces = null;
        HashSet<ClaimText>? near = null;
        foreach (var topic in topics)
        {
            if (!_byTopic.TryGetValue(topic, out var texts))
                continue;
            foreach (var other in texts.Values)
            {
                if (other.Claim != claim && sketch.MayResemble(other.Sketch)
                    && ClaimSimilarity.Compare(pieces ??= ClaimSimilarity.Trigrams(text), other.Pieces) > ClaimSimilarity.Threshold)
                {
                    (near ??= []).Add(other);
                }
            }
        }

        return near ?? [];
    }

    /// <summary>Every claim that a file words.</summary>
    public static IEnumerable<(string Claim, string Text)> WordingsOf(FileFacts facts)
    {
        if (facts.Claim is { Text: { } canonical } file)
            yield return (file.Id, canonical);
        foreach (var entry in facts.Article?.Claims ?? [])
        {
            if (entry is { Text: { } text, Implicit: false })
                yield return (entry.Id, text);
        }
    }

    /// <summary>The topics under which a file's claims are looked for.</summary>
    public static IReadOnlyList<string> TopicsOf(FileFacts facts) => facts.Claim?.Topics ?? facts.Article?.Topics ?? [];
}

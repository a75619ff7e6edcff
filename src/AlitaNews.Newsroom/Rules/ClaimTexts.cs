using System.Runtime.InteropServices;
using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Newsroom.Rules;

/// <summary>The wording that a file gives to a claim.</summary>
/// <param name="Path">The file, as <see cref="ContentIndex"/> knows it.</param>
/// <param name="Claim">The claim's id, as written.</param>
/// <param name="Text">The words.</param>
internal sealed record ClaimText(string Path, string Claim, string Text);

/// <summary>The wordings of all claims by topic, for finding those that say nearly the same. Not safe for use by several threads.</summary>
internal sealed class ClaimTexts
{
    private readonly Dictionary<string, TopicTexts> _byTopic = new(StringComparer.Ordinal);

    /// <summary>A file came.</summary>
    public void Put(string path, FileFacts facts)
    {
        foreach (var (claim, text) in WordingsOf(facts))
        {
            var written = new ClaimText(path, claim, text);
            var sketch = ClaimSketch.Of(ClaimSimilarity.Trigrams(text));
            foreach (var topic in TopicsOf(facts))
            {
                if (!_byTopic.TryGetValue(topic, out var texts))
                    _byTopic[topic] = texts = new TopicTexts();
                texts.Put(written, sketch);
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
                if (_byTopic.TryGetValue(topic, out var texts) && texts.Remove(path, claim) && texts.IsEmpty)
                    _byTopic.Remove(topic);
            }
        }
    }

    /// <summary>Wordings of other claims that are nearly the same, of files that share a topic; in the order of their claims.</summary>
    public IEnumerable<ClaimText> ListNear(string claim, string text, IEnumerable<string> topics)
    {
        var pieces = ClaimSimilarity.Trigrams(text);
        var sketch = ClaimSketch.Of(pieces);
        HashSet<ClaimText>? near = null;
        foreach (var topic in topics)
        {
            if (_byTopic.TryGetValue(topic, out var texts))
                texts.AddNear(claim, pieces, sketch, ref near);
        }

        return near is null ? [] : near.OrderBy(static text => text.Claim, StringComparer.Ordinal).ThenBy(static text => text.Path, StringComparer.Ordinal);
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

    /// <summary>The wordings of one topic. The sketches lie side by side: a busy topic has ten thousand, and all of them are looked at.</summary>
    private sealed class TopicTexts
    {
        private readonly List<ClaimSketch> _sketches = [];
        private readonly List<ClaimText> _texts = [];
        private readonly Dictionary<(string Path, string Claim), int> _places = [];

        public bool IsEmpty => _texts.Count == 0;

        public void Put(ClaimText text, ClaimSketch sketch)
        {
            if (_places.TryAdd((text.Path, text.Claim), _texts.Count))
            {
                _sketches.Add(sketch);
                _texts.Add(text);
                return;
            }

            var place = _places[(text.Path, text.Claim)];
            (_sketches[place], _texts[place]) = (sketch, text);
        }

        // The last one takes the free place.
        public bool Remove(string path, string claim)
        {
            if (!_places.Remove((path, claim), out var place))
                return false;
            var last = _texts.Count - 1;
            if (place < last)
            {
                (_sketches[place], _texts[place]) = (_sketches[last], _texts[last]);
                _places[(_texts[place].Path, _texts[place].Claim)] = place;
            }

            _sketches.RemoveAt(last);
            _texts.RemoveAt(last);
            return true;
        }

        public void AddNear(string claim, ReadOnlySpan<ulong> pieces, in ClaimSketch sketch, ref HashSet<ClaimText>? near)
        {
            var sketches = CollectionsMarshal.AsSpan(_sketches);
            for (var i = 0; i < sketches.Length; i++)
            {
                if (sketch.MayResemble(in sketches[i]) && _texts[i].Claim != claim
                    && ClaimSimilarity.Compare(pieces, ClaimSimilarity.Trigrams(_texts[i].Text)) > ClaimSimilarity.Threshold)
                {
                    (near ??= []).Add(_texts[i]);
                }
            }
        }
    }
}

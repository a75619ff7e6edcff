namespace AlitaNews.Newsroom.Sources;

/// <summary>A source and the part it has in a claim.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Role">Its part.</param>
public readonly record struct SourceVoice(string Source, SourceRole Role)
{
    /// <summary>
    /// The voices of one entry, with the default rule applied: the first is the origin, a later outlet relays, anyone else corroborates.
    /// </summary>
    /// <param name="mentions">The sources as cited.</param>
    /// <param name="findKind">The kind of a source with a file; null for others.</param>
    public static IReadOnlyList<SourceVoice> List(IReadOnlyList<SourceMention> mentions, Func<string, SourceKind?> findKind)
    {
        var voices = new SourceVoice[mentions.Count];
        for (var i = 0; i < voices.Length; i++)
            voices[i] = new SourceVoice(mentions[i].Id, mentions[i].Role ?? DefaultRole(i, findKind(mentions[i].Id)));
        return voices;
    }

    private static SourceRole DefaultRole(int index, SourceKind? kind) => (index, kind) switch
    {
        (0, _) => SourceRole.Origin,
        (_, SourceKind.Outlet) => SourceRole.Relay,
        _ => SourceRole.Corroborates,
    };
}

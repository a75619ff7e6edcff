using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Newsroom.Sources;

/// <summary>That a source said, by one of our articles, that a claim is so, or is not so. Repeating others is no assertion.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Claim">The claim's id.</param>
/// <param name="Article">The article that reports it.</param>
/// <param name="Role">Origin, corroborates or denies.</param>
/// <param name="At">The instant that counts: the later of the date given and the article's publication.</param>
public readonly record struct SourceAssertion(string Source, string Claim, string Article, SourceRole Role, DateTimeOffset At)
{
    /// <summary>What an event makes sources say.</summary>
    public static IEnumerable<SourceAssertion> List(ClaimEvent said) => said.Voices
        .Where(static voice => voice.Role != SourceRole.Relay)
        .Select(voice => new SourceAssertion(voice.Source, said.Claim, said.Article, voice.Role, said.ScoredAt));
}

namespace AlitaNews.Newsroom.Markdown.Embeds;

/// <summary>Something of another site that an editor wants on the page.</summary>
/// <param name="Provider">A word for machines.</param>
/// <param name="Name">The provider's name, for readers.</param>
/// <param name="What">What it is, for readers.</param>
/// <param name="Url">The page on which a reader can see it without us.</param>
/// <param name="Frame">What a frame would show, or null where the provider has no plain frame.</param>
internal sealed record Embed(string Provider, string Name, string What, string Url, string? Frame)
{
    /// <summary>A title that the editor gives.</summary>
    public string? Title { get; init; }
}

using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>A value that is Markdown.</summary>
/// <param name="Text">The Markdown.</param>
/// <param name="Span">Where the value stands.</param>
public sealed record MarkdownField(string Text, TextSpan Span);

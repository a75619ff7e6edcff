using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>A finding that is held back until it is clear which reading of the front matter counts (a repaired one replaces the first).</summary>
internal readonly record struct FrontMatterFinding(DiagnosticRule Rule, TextSpan At, string Message, string? Hint = null);

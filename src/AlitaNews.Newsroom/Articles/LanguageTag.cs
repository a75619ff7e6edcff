using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Reads BCP 47 language tags. Never a switch: <c>lang: no</c> is Norwegian.</summary>
internal static class LanguageTag
{
    /// <summary>The language of an article: written, else behind its file name, else null.</summary>
    public static string? Read(ArticleFields fields, FieldTyper typer, ArticlePath path)
    {
        if (typer.Line(ArticleKey.Language) is not { } written)
            return path.Language;
        if (Find(written) is { } tag)
            return tag;
        typer.For(ArticleKey.Language).Report(
            DiagnosticCatalogue.WrongType,
            fields[ArticleKey.Language]!.Span,
            $"\"{written}\" is no language tag",
            "write one such as en, fr or pt-BR");
        return path.Language;
    }

    /// <summary>A tag in its usual spelling, or null: <c>en_US</c> and <c>en-US.UTF-8</c> are read as <c>en-US</c>.</summary>
    public static string? Find(string written)
    {
        var tag = written.Split('.', '@')[0].Replace('_', '-');
        var parts = tag.Split('-');
        if (parts[0].Length is < 2 or > 8 || !parts[0].All(char.IsAsciiLetter) || tag.Length > 35)
            return null;
        parts[0] = parts[0].ToLowerInvariant();
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].Length is 0 or > 8 || !parts[i].All(char.IsAsciiLetterOrDigit))
                return null;
            if (parts[i].Length == 2)
                parts[i] = parts[i].ToUpperInvariant();
        }

        return string.Join('-', parts);
    }
}

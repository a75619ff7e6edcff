using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Reads slug and id: the two names of an article that must be usable, or it cannot be published.</summary>
internal static class ArticleIdentity
{
    /// <summary>The slug: written, else of the file name. A date by itself, as digits, is a slug too.</summary>
    public static string ReadSlug(ArticleFields fields, FieldTyper typer, ArticlePath path)
    {
        var written = typer.Line(ArticleKey.Slug);
        if (written is null)
        {
            if (path.Slug.Length == 0)
                typer.Own.Report(DiagnosticCatalogue.BadIdentity, TextSpan.FileStart, "the file name has no letter or digit to make an address of", "write a \"slug\"");
            return path.Slug;
        }

        var at = fields[ArticleKey.Slug]!.Span;
        var inner = written.TrimEnd('/');
        if (inner.Contains('/', StringComparison.Ordinal))
        {
            var last = Slug.Of(inner[(inner.LastIndexOf('/') + 1)..]);
            typer.Own.Report(
                DiagnosticCatalogue.BadIdentity,
                at,
                $"the slug \"{written}\" has a slash; it is the last part of an address only",
                last.Length == 0 ? null : $"write \"slug: {last}\" and, where that was an address, \"aliases: [{written}]\"");
            return path.Slug;
        }

        var slug = Slug.Of(inner);
        if (slug.Length == 0)
            typer.Own.Report(DiagnosticCatalogue.BadIdentity, at, $"the slug \"{written}\" has no letter or digit");
        return slug;
    }

    /// <summary>The id: written, or null. What other generators call <c>guid</c> is often an address; a slug is made of it.</summary>
    public static string? ReadId(ArticleFields fields, FieldTyper typer)
    {
        if (typer.Line(ArticleKey.Id) is not { } written)
            return null;
        var isOurs = FrontMatter.FieldKey.AreEqual(fields.WrittenKey(ArticleKey.Id), "id");
        var id = isOurs ? Slug.OfId(written) : Slug.Of(written);
        if (id is { Length: > 0 })
            return id;
        if (isOurs)
        {
            typer.Own.Report(
                DiagnosticCatalogue.BadIdentity,
                fields[ArticleKey.Id]!.Span,
                $"\"{written}\" is not an id",
                "use letters, digits and hyphens, at most 80 characters");
        }

        return null;
    }
}

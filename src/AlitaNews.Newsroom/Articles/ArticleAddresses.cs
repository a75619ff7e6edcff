using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Reads the addresses an article had, and those it leads to.</summary>
internal static class ArticleAddresses
{
    /// <summary>The old addresses: <c>aliases</c> and the literal paths of other generators, each once.</summary>
    public static IReadOnlyList<string> ReadAliases(ArticleFields fields, FieldTyper typer, string? baseUrl)
    {
        var node = fields[ArticleKey.Aliases];
        if (node is null && fields.OldAddresses.Count == 0)
            return [];
        var aliases = ReadPaths(node, typer.Own, fields.WrittenKey(ArticleKey.Aliases), baseUrl);
        foreach (var address in fields.OldAddresses)
        {
            // The root and the like: another generator's home page, not a place this article had.
            if (OldAddress.Find(address.Text, baseUrl) is { } path && !aliases.Contains(path))
                aliases.Add(path);
        }

        return aliases;
    }

    /// <summary>A list of old addresses; those that cannot be answered are reported.</summary>
    public static List<string> ReadPaths(FieldNode? node, ValueReader values, string key, string? baseUrl)
    {
        var paths = new List<string>();
        if (node is null or { Kind: FieldKind.Empty })
            return paths;
        foreach (var item in node.Kind == FieldKind.List ? node.Items : [node])
        {
            if (values.Text(item, key) is not { } text)
                continue;
            if (OldAddress.Find(text, baseUrl) is not { } path)
                values.Report(DiagnosticCatalogue.BadRedirect, item.Span, $"\"{text}\" is not an address of this site that can be answered", "write a path such as /old/name");
            else if (!paths.Contains(path))
                paths.Add(path);
        }

        return paths;
    }

    /// <summary>Where the article leads to: a text or a list of one.</summary>
    public static string? ReadRedirect(ArticleFields fields, FieldTyper typer, string? baseUrl)
    {
        var node = fields[ArticleKey.RedirectTo];
        var values = typer.For(ArticleKey.RedirectTo);
        var target = node is { Kind: FieldKind.List, Items.Count: 1 } ? node.Items[0] : node;
        if (values.Text(target, fields.WrittenKey(ArticleKey.RedirectTo)) is not { } text)
            return null;
        if (IsTarget(text))
            return OldAddress.Target(text, baseUrl);
        values.Report(DiagnosticCatalogue.BadRedirect, target!.Span, $"\"{text}\" is nothing to lead to", "write an address that begins with / or https://");
        return null;
    }

    /// <summary>Whether an address can be led to: a path of this site, or http and https.</summary>
    public static bool IsTarget(string text) =>
        (text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal)) || IsWebAddress(text);

    /// <summary>An address on the web; anything else is reported.</summary>
    public static string? ReadWebAddress(FieldNode? node, ValueReader values, string key)
    {
        if (values.Text(node, key) is not { } text)
            return null;
        if (IsWebAddress(text))
            return text;
        values.Report(DiagnosticCatalogue.ForbiddenScheme, node!.Span, $"\"{key}\" must be an address that begins with https:// or http://");
        return null;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}

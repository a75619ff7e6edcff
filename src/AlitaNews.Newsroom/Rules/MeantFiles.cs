using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Rules;

/// <summary>Finds the file or address that a link or picture which leads nowhere was meant to name: one of almost the same name beside it, or of the same name elsewhere. Not safe for use by several threads.</summary>
internal sealed class MeantFiles(ContentIndex index)
{
    // Folders brought from elsewhere may have dead links by the thousand, and a hundred thousand files in one folder.
    private const int MostQuestions = 300;

    private int _asked;

    /// <summary>What was meant, as an editor may write it; null where nothing is near.</summary>
    /// <param name="reference">A link or a picture.</param>
    /// <param name="path">The file that has it.</param>
    public string? Find(FactReference reference, string path)
    {
        if (++_asked > MostQuestions)
            return null;
        if (reference.Kind == ReferenceTarget.Picture)
            return FindPicture(reference, path);
        if (reference.Kind != ReferenceTarget.Link)
            return null;
        var target = reference.Shown.TrimEnd('/');
        if (reference.Target.StartsWith("path:", StringComparison.Ordinal))
            return FindBeside(new(KeyKind.Path, target)) ?? index.OwnersOf(new(KeyKind.Stem, IndexKeys.StemOf(target))).FirstOrDefault(other => ContentLayout.FileName(other) == ContentLayout.FileName(target));
        return target.StartsWith('/') ? FindBeside(new(KeyKind.Address, target)) : null;
    }

    // The folder as written is kept: where a picture may lie, an editor need not know.
    private string? FindPicture(FactReference reference, string path)
    {
        foreach (var key in ReferenceKeys.OfPicture(reference.Target, path, index.MediaRoots))
        {
            if (FindBeside(key) is { } near && ContentLayout.IsPicture(near))
                return reference.Target[..(reference.Target.LastIndexOf('/') + 1)] + ContentLayout.FileName(near);
        }

        return null;
    }

    private string? FindBeside(IndexKey key)
    {
        var folder = key.Name.Length - ContentLayout.FileName(key.Name).Length;
        var names = index.ListBeside(key).Select(name => name[folder..]);
        var written = key.Name[folder..];
        if (key.Kind == KeyKind.Path && Path.GetExtension(written).Length == 0)
            names = names.Where(static name => ContentLayout.IsMarkdown(name)).Select(static name => Path.GetFileNameWithoutExtension(name));
        return Suggestion.Find(written, names) is { } near ? key.Name[..folder] + near : null;
    }
}

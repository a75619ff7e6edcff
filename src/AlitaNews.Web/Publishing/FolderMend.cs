using System.Text;
using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Mending;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Web.Publishing;

/// <summary>Mends the articles of a folder: the only code that changes what an editor wrote, and only when an editor asks for it.</summary>
public static class FolderMend
{
    /// <summary>Mends what is safe to mend.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="say">Takes a line for each mend.</param>
    /// <param name="cancel">Stops between two files.</param>
    public static void Run(ContentFolder folder, Action<string> say, CancellationToken cancel)
    {
        var known = new KnownFiles();
        var files = folder.ListAll([], [], cancel).Select(static file => file.Path).Order(StringComparer.Ordinal).ToList();
        var layout = ContentLayout.Detect(folder.ListTopFolders() ?? new HashSet<string>());
        files.ForEach(known.NoteBundle);
        foreach (var path in files.Where(path => layout.KindOf(path, known.IsBundle) == FileKind.Article))
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                Mend(folder, path, say);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                say($"{path}: not mended: {e.Message}");
            }
        }
    }

    private static void Mend(ContentFolder folder, string path, Action<string> say)
    {
        if (folder.Read(path) is not { } bytes || SourceFile.TryDecode(path, bytes, out _) is not { } file || Mender.Mend(file) is not { } mended)
            return;
        var before = Encoding.UTF8.GetString(bytes);
        var carriage = before.Contains("\r\n", StringComparison.Ordinal);
        var mark = before.StartsWith('\uFEFF') ? "\uFEFF" : "";
        string Written(string text) => mark + (carriage ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text);

        // A file whose lines end now in this way, now in that, would be changed all over.
        if (Written(file.Text) != before)
            return;
        var full = folder.Resolve(path)!;
        var beside = full + ".tmp";
        File.WriteAllText(beside, Written(mended.Text), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(beside, File.GetUnixFileMode(full));
        File.Move(beside, File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full, overwrite: true);
        foreach (var mend in mended.Mends)
            say($"{path}: mended: {mend}");
    }
}

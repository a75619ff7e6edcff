using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Pictures;

namespace AlitaNews.Web.Publishing;

/// <summary>A changed file, read.</summary>
/// <param name="Seen">What it looks like, and what is known of it.</param>
/// <param name="Compiled">What it says; null for a picture or a file of no kind of ours.</param>
/// <param name="Picture">A picture's header, or null.</param>
/// <param name="Facts">What the rules need to know.</param>
public sealed record ReadFile(SeenFile Seen, CompiledFile? Compiled, PictureRow? Picture, FileFacts Facts)
{
    /// <summary>Whether only its stamp is another: it was touched, not changed.</summary>
    public bool Unchanged { get; init; }
}

/// <summary>Reads and compiles the changed files of one round, on all cores, in parts that bound the memory. Touches no database.</summary>
public sealed class ContentRound(ContentFolder folder, KnownFiles known, FolderSettings folderSettings)
{
    private readonly CompileSettings _settings = folderSettings.Compile;

    /// <summary>Knows the files that cannot be written.</summary>
    public Quarantine Quarantine { get; init; } = new();

    /// <summary>Hears of files that cannot be compiled by a fault of ours, from several threads; the editor only hears that it is one.</summary>
    public Action<string, Exception>? Faulted { get; init; }

    /// <summary>Compiled articles weigh some ten kilobytes each; this many at a time stay far from any limit.</summary>
    private const int FilesAPart = 1_000;

    /// <summary>A text of megabytes becomes twenty times as much while it is compiled and written: of those only a few at a time.</summary>
    private const long BytesAPart = 16L * 1024 * 1024;

    /// <summary>Reads the files: newcomers first, then in the order of their paths.</summary>
    /// <param name="files">Files that are new or whose stamps differ, or that must be read again.</param>
    /// <param name="moved">What was known of files that went, by content hash: a file of the same content only moved.</param>
    /// <param name="cancel">Gives up.</param>
    public IEnumerable<IReadOnlyList<ReadFile>> ReadParts(IReadOnlyList<FoundFile> files, IReadOnlyDictionary<string, SeenFile> moved, CancellationToken cancel)
    {
        foreach (var file in files)
            known.NoteBundle(file.Path);
        // Newcomers first: one of them may be the new name of a file that went, and paths that went are written with the first part.
        var parts = new Queue<FoundFile[]>(Divide(files.OrderBy(file => known.Find(file.Path) is null ? 0 : 1).ThenBy(static file => file.Path, StringComparer.Ordinal)));
        Task<ReadFile[]>? next = null;
        try
        {
            while (next is not null || parts.Count > 0)
            {
                // While a part is written to the database, the next one is read.
                var read = (next ?? ReadPartAsync(parts.Dequeue())).GetAwaiter().GetResult();
                next = parts.TryDequeue(out var part) ? ReadPartAsync(part) : null;
                yield return read;
            }
        }
        finally
        {
            // Nobody wants it any more, but it must not go on beside the next round.
            next?.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait(CancellationToken.None);
        }

        Task<ReadFile[]> ReadPartAsync(FoundFile[] part) => Task.Run(() => ReadPart(part, moved, cancel), cancel);
    }

    /// <summary>Divides files, in their order, into parts that bound the memory.</summary>
    public static IEnumerable<FoundFile[]> Divide(IEnumerable<FoundFile> files)
    {
        var part = new List<FoundFile>();
        var bytes = 0L;
        foreach (var file in files)
        {
            // Of a picture only what stands in its header is kept.
            var weight = ContentLayout.IsPicture(file.Path) ? 0 : file.Stamp.Size;
            if (part.Count == FilesAPart || (part.Count > 0 && bytes + weight > BytesAPart))
            {
                yield return [.. part];
                part.Clear();
                bytes = 0;
            }

            part.Add(file);
            bytes += weight;
        }

        if (part.Count > 0)
            yield return [.. part];
    }

    private ReadFile[] ReadPart(FoundFile[] part, IReadOnlyDictionary<string, SeenFile> moved, CancellationToken cancel)
    {
        var read = new ReadFile?[part.Length];
        Parallel.For(0, part.Length, new ParallelOptions { CancellationToken = cancel }, i => read[i] = Read(part[i], moved));
        return [.. read.OfType<ReadFile>()];
    }

    private ReadFile? Read(FoundFile file, IReadOnlyDictionary<string, SeenFile> moved)
    {
        var kind = _settings.Layout.KindOf(file.Path, known.IsBundle);
        if (kind is FileKind.Other)
            return null;
        try
        {
            if (Quarantine.Refuses(file))
                return FaultOfOurs(file, kind, "it cannot be stored");
            return kind switch
            {
                FileKind.Picture => ReadPicture(file),
                FileKind.Attachment => ReadAttachment(file),
                _ => ReadText(file, kind, moved),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unreadable(file, kind, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault of ours, not of the file; it must not stop the others.
            Faulted?.Invoke(file.Path, e);
            return FaultOfOurs(file, kind, $"it cannot be read ({e.GetType().Name})");
        }
    }

    private ReadFile? ReadText(FoundFile file, FileKind kind, IReadOnlyDictionary<string, SeenFile> moved)
    {
        if (folder.Read(file.Path) is not { } bytes)
            return null;
        var hash = SHA256.HashData(bytes);
        var before = known.Find(file.Path) ?? moved.GetValueOrDefault(Convert.ToHexString(hash));
        if (IsAsBefore(file.Path, hash))
            return new ReadFile(See(file, kind, hash, before, blocked: false, null), null, null, Facts(file.Path, kind, [])) { Unchanged = true };
        var firstSeen = before?.FirstSeen ?? _settings.Now;
        var compiled = NewsroomCompiler.Compile(file.Path, kind, bytes, firstSeen, before?.Identity, _settings);
        if (compiled.Fault is { } fault)
            Faulted?.Invoke(file.Path, fault);
        var untouched = before is not null && before.Hash.AsSpan().SequenceEqual(hash);
        return new ReadFile(See(file, kind, hash, before, compiled.Blocked, compiled.Facts.Id), compiled with { Untouched = untouched }, null, compiled.Facts);
    }

    private ReadFile? ReadPicture(FoundFile file)
    {
        // A file over the limit is refused by its size; nobody reads it.
        var tooLarge = file.Stamp.Size > ImageHeader.ByteLimit;
        if ((tooLarge ? [] : folder.Read(file.Path)) is not { } bytes)
            return null;
        var hash = SHA256.HashData(bytes);
        var before = known.Find(file.Path);
        if (IsAsBefore(file.Path, hash))
            return new ReadFile(See(file, FileKind.Picture, hash, before, blocked: false, null), null, null, Facts(file.Path, FileKind.Picture, [])) { Unchanged = true };
        if (!ImageHeader.TryRead(bytes, file.Stamp.Size, out var header, out var problem))
        {
            var rule = DiagnosticCatalogue.UnusablePicture;
            var finding = new Diagnostic(file.Path, 1, 1, rule.Severity, rule.Code, $"this picture cannot be used: {problem}", "save it again as JPEG, PNG, WebP or AVIF");
            return new ReadFile(See(file, FileKind.Picture, hash, before, blocked: true, null), null, null, Facts(file.Path, FileKind.Picture, [finding]));
        }

        var row = new PictureRow(file.Path, hash, header.Stored, header.Width, header.Height, file.Stamp.Size, EmbeddedCaption.Read(bytes), PlaceholderColour.Find(header, bytes));
        var words = PictureWords.Of(row.Embedded) with { Width = header.Format == ImageFormat.Svg ? 0 : header.Width };
        return new ReadFile(See(file, FileKind.Picture, hash, before, blocked: false, null), null, row, Facts(file.Path, FileKind.Picture, []) with { Picture = words });
    }

    // It may be a film of any size: nobody reads it, what the file system says of it stands for what it holds.
    private ReadFile ReadAttachment(FoundFile file)
    {
        var hash = SHA256.HashData(MemoryMarshal.AsBytes([file.Stamp.Size, file.Stamp.Modified, file.Stamp.Changed, file.Stamp.Inode]));
        var unchanged = IsAsBefore(file.Path, hash);
        return new ReadFile(
            See(file, FileKind.Attachment, hash, known.Find(file.Path), blocked: false, null),
            null,
            unchanged ? null : new PictureRow(file.Path, hash, StoredPicture.OtherFile, 0, 0, file.Stamp.Size, null),
            Facts(file.Path, FileKind.Attachment, []))
        { Unchanged = unchanged };
    }

    private ReadFile Unreadable(FoundFile file, FileKind kind, string reason) =>
        Held(file, kind, DiagnosticCatalogue.UnreadableFile, $"the file cannot be read: {reason}", "check its permissions");

    private ReadFile FaultOfOurs(FoundFile file, FileKind kind, string what) =>
        Held(file, kind, DiagnosticCatalogue.UnreadableBody, $"something in this file is too much for the site: {what}", "this is a fault of the site: please report it with the file");

    private ReadFile Held(FoundFile file, FileKind kind, DiagnosticRule rule, string message, string hint)
    {
        var finding = new Diagnostic(file.Path, 1, 1, rule.Severity, rule.Code, message, hint);
        return new ReadFile(See(file, kind, [], known.Find(file.Path), blocked: true, null), null, null, Facts(file.Path, kind, [finding]));
    }

    private bool IsAsBefore(string path, byte[] hash) =>
        known.Find(path) is { State: FileState.Live } before && before.Hash.AsSpan().SequenceEqual(hash) && !folderSettings.MustCompile(path);

    private SeenFile See(FoundFile file, FileKind kind, byte[] hash, SeenFile? before, bool blocked, string? id) => new()
    {
        Path = file.Path,
        Kind = kind,
        Size = file.Stamp.Size,
        Modified = file.Stamp.Modified,
        Changed = file.Stamp.Changed,
        Inode = file.Stamp.Inode,
        Hash = hash,
        State = blocked ? FileState.Held : FileState.Live,
        FirstSeen = before?.FirstSeen ?? _settings.Now,
        LastSeen = _settings.Now,
        Identity = before?.Identity ?? (blocked || string.IsNullOrEmpty(id) ? null : id),
    };

    private static FileFacts Facts(string path, FileKind kind, IReadOnlyList<Diagnostic> own) => new() { Path = path, Kind = kind, Own = own };
}

using System.Runtime.InteropServices;
using System.Text;

namespace AlitaNews.Web.Publishing;

/// <summary>
/// What the file system says of a file without opening it. Two equal stamps mean the same content for all purposes: the inode's
/// change time moves with every write, also with those that keep size and modification time.
/// </summary>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">Modification time, nanoseconds since 1970.</param>
/// <param name="Changed">Inode change time, nanoseconds since 1970; 0 where the system does not tell.</param>
/// <param name="Inode">The inode; 0 where the system does not tell.</param>
public readonly record struct FileStamp(long Size, long Modified, long Changed, long Inode)
{
    private const int AtCurrentFolder = -100;
    private const uint BasicStats = 0x7ff;
    private const int StatxBytes = 256;
    private const int NothingThere = 2;
    private const int NoFolder = 20;
    private const int KindOfFile = 0xf000;
    private const int KindRegular = 0x8000;
    private const int KindFolder = 0x4000;
    private static bool _noStatx = !OperatingSystem.IsLinux();

    /// <summary>Reads the stamp of a file or folder, following links.</summary>
    /// <returns>The stamp, or null where nothing is there or it may not be looked at.</returns>
    public static FileStamp? Read(string path) => _noStatx ? ReadPortable(path) : ReadLinux(path, out _, out _);

    /// <summary>Reads the stamp of a file, following links.</summary>
    /// <param name="path">The path.</param>
    /// <param name="trouble">Why there is none though something is there; else null.</param>
    /// <returns>The stamp, or null where nothing is there, or something that nobody can read: a pipe would be waited for for ever.</returns>
    public static FileStamp? ReadFile(string path, out string? trouble)
    {
        trouble = null;
        if (_noStatx)
            return ReadPortable(path);
        var stamp = ReadLinux(path, out var mode, out var error);
        if (stamp is null && error is not (NothingThere or NoFolder))
            trouble = $"this may not be looked at ({Marshal.GetPInvokeErrorMessage(error)})";
        else if (stamp is not null && (mode & KindOfFile) == KindFolder)
            return null;
        else if (stamp is not null && (mode & KindOfFile) != KindRegular)
            trouble = "this is no file but a pipe, a socket or a device";
        return trouble is null ? stamp : null;
    }

    private static FileStamp? ReadPortable(string path)
    {
        try
        {
            var info = new FileInfo(path);
            return info.Exists ? new FileStamp(info.Length, (info.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * 100, 0, 0) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // .NET shows neither inode nor change time. The layout of struct statx is fixed by the kernel, the same on every architecture.
    private static FileStamp? ReadLinux(string path, out int mode, out int error)
    {
        mode = 0;
        error = 0;
        Span<byte> name = stackalloc byte[Encoding.UTF8.GetMaxByteCount(path.Length) + 1 is var length and <= 1024 ? length : 0];
        if (name.IsEmpty)
            name = new byte[Encoding.UTF8.GetMaxByteCount(path.Length) + 1];
        name[Encoding.UTF8.GetBytes(path, name)] = 0;
        Span<byte> result = stackalloc byte[StatxBytes];
        try
        {
            if (Statx(AtCurrentFolder, ref name[0], 0, BasicStats, ref result[0]) != 0)
            {
                error = Marshal.GetLastPInvokeError();
                return null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            _noStatx = true;
            mode = KindRegular;
            return ReadPortable(path);
        }

        mode = MemoryMarshal.Read<ushort>(result[28..]);
        return new FileStamp(
            MemoryMarshal.Read<long>(result[40..]),
            ReadTime(result[112..]),
            ReadTime(result[96..]),
            MemoryMarshal.Read<long>(result[32..]));
    }

    private static long ReadTime(ReadOnlySpan<byte> at) =>
        MemoryMarshal.Read<long>(at) * 1_000_000_000 + MemoryMarshal.Read<uint>(at[8..]);

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, ref byte path, int flags, uint mask, ref byte result);
}

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
    private static bool _noStatx = !OperatingSystem.IsLinux();

    /// <summary>Reads the stamp of a path, following links.</summary>
    /// <returns>The stamp, or null where nothing is there or it may not be looked at.</returns>
    public static FileStamp? Read(string path) => _noStatx ? ReadPortable(path) : ReadLinux(path);

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
    private static FileStamp? ReadLinux(string path)
    {
        Span<byte> name = stackalloc byte[Encoding.UTF8.GetMaxByteCount(path.Length) + 1 is var length and <= 1024 ? length : 0];
        if (name.IsEmpty)
            name = new byte[Encoding.UTF8.GetMaxByteCount(path.Length) + 1];
        name[Encoding.UTF8.GetBytes(path, name)] = 0;
        Span<byte> result = stackalloc byte[StatxBytes];
        try
        {
            if (Statx(AtCurrentFolder, ref name[0], 0, BasicStats, ref result[0]) != 0)
                return null;
        }
        catch (EntryPointNotFoundException)
        {
            _noStatx = true;
            return ReadPortable(path);
        }

        return new FileStamp(
            MemoryMarshal.Read<long>(result[40..]),
            ReadTime(result[112..]),
            ReadTime(result[96..]),
            MemoryMarshal.Read<long>(result[32..]));
    }

    private static long ReadTime(ReadOnlySpan<byte> at) =>
        MemoryMarshal.Read<long>(at) * 1_000_000_000 + MemoryMarshal.Read<uint>(at[8..]);

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, ref byte path, int flags, uint mask, ref byte result);
}

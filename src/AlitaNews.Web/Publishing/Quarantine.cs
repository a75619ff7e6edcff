using System.Data.Common;

namespace AlitaNews.Web.Publishing;

/// <summary>
/// Finds the file that no round can be written with, by making the rounds smaller, so that one file never stops the others. It is let out
/// when it changes. Not safe for use by several threads.
/// </summary>
public sealed class Quarantine
{
    private readonly Dictionary<string, FileStamp> _refused = new(StringComparer.Ordinal);
    private FoundFile? _suspect;
    private int _most = int.MaxValue;

    /// <summary>Whether a failure is one of what was written, not of the database or the disk: the same round would fail again.</summary>
    public static bool IsForContent(Exception failure) => failure switch
    {
        // Data that the server does not take (class 22), keys it has already (23), more than it can hold (54).
        DbException e => e.SqlState is { Length: 5 } state && state[..2] is "22" or "23" or "54",
        IOException or UnauthorizedAccessException or TimeoutException or OperationCanceledException => false,
        _ => true,
    };

    /// <summary>The files that this round may take up.</summary>
    public IReadOnlyList<FoundFile> Choose(IReadOnlyList<FoundFile> changed) =>
        changed.Count <= _most ? changed : [.. changed.OrderBy(static file => file.Path, StringComparer.Ordinal).Take(_most)];

    /// <summary>Whether a file, as it is now, cannot be written.</summary>
    public bool Refuses(FoundFile file) => _refused.TryGetValue(file.Path, out var stamp) && stamp == file.Stamp;

    /// <summary>A round with these files could not be written.</summary>
    public void Failed(IReadOnlyList<FoundFile> tried)
    {
        if (tried.Count > 1)
            _most = tried.Count / 2;
        else if (_suspect == tried[0])
            _refused[tried[0].Path] = tried[0].Stamp;
        else
            _suspect = tried[0]; // once may be bad luck
    }

    /// <summary>A round with these files was written.</summary>
    /// <returns>Whether files were left for the next.</returns>
    public bool Passed(IReadOnlyList<FoundFile> written)
    {
        _most = written.Count < _most ? int.MaxValue : _most * 2;
        return _most != int.MaxValue;
    }
}

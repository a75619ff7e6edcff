using System.Collections.Concurrent;
using System.Security.Cryptography;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Pictures;

/// <summary>
/// Makes renditions on demand, each once however many readers wait for it, and few at a time: memory is bounded by the number of lanes, and a
/// very large picture is decoded alone. A reader who leaves stops nothing. Thread-safe; one for a process.
/// </summary>
public sealed partial class PictureVariants(ContentFolder content, RenditionFolder kept, ILogger<PictureVariants> log) : IDisposable
{
    private const int Lanes = 2;
    private const long LargePixels = 16_000_000;
    private const int MostFailures = 10_000;

    private readonly SemaphoreSlim _lanes = new(Lanes);
    private readonly SemaphoreSlim _large = new(1);
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> _making = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _failed = new(StringComparer.Ordinal);

    /// <summary>The path of a rendition that is made already, or null.</summary>
    public string? Find(Rendition rendition) => kept.Find(rendition);

    /// <summary>The path of a rendition, which is made if need be.</summary>
    /// <param name="rendition">What is wanted.</param>
    /// <param name="cancel">Stops waiting, not making.</param>
    /// <returns>Its path; null where it cannot be made: the picture is damaged, or its file changed meanwhile.</returns>
    public async Task<string?> MakeAsync(Rendition rendition, CancellationToken cancel)
    {
        if (kept.Find(rendition) is { } path)
            return path;
        if (_failed.ContainsKey(rendition.Picture.Hash))
            return null;
        // Threads of their own: an encoder works for up to seconds, and pool threads are for requests.
        var making = _making.GetOrAdd(rendition.Key, _ => new Lazy<Task<string?>>(() => Task.Factory
            .StartNew(() => MakeInTurn(rendition), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return await making.Value.WaitAsync(cancel);
    }

    private string? MakeInTurn(Rendition rendition)
    {
        var picture = rendition.Picture;
        var large = (long)picture.Width * picture.Height > LargePixels;
        _lanes.Wait();
        if (large)
            _large.Wait();
        try
        {
            return Make(rendition);
        }
        finally
        {
            if (large)
                _large.Release();
            _lanes.Release();
            _making.TryRemove(rendition.Key, out _);
        }
    }

    /// <summary>Makes a rendition here and now, on the caller's thread.</summary>
    /// <returns>Its path, or null where it cannot be made.</returns>
    internal string? Make(Rendition rendition)
    {
        var picture = rendition.Picture;
        try
        {
            if (kept.Find(rendition) is { } path)
                return path;
            // A file that changed since the last round belongs to an address that is still to come.
            if (ReadFile(picture) is not { } file || Convert.ToHexStringLower(SHA256.HashData(file)) != picture.Hash)
                return null;
            return kept.Keep(rendition, PictureCodec.Render(file, rendition.Width, rendition.Format, picture.Facts, rendition.Crop));
        }
        catch (DamagedPictureException e)
        {
            if (_failed.Count >= MostFailures)
                _failed.Clear();
            if (_failed.TryAdd(picture.Hash, true))
                LogDamaged(picture.Path, e.Message);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnwritten(picture.Path, e.Message);
            return null;
        }
    }

    private byte[]? ReadFile(StoredPicture picture) => content.ListAt(picture.Path, [], CancellationToken.None).Any() ? content.Read(picture.Path) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _lanes.Dispose();
        _large.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No renditions of {Path}: {Reason}")]
    private partial void LogDamaged(string path, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A rendition of {Path} could not be read or kept: {Reason}")]
    private partial void LogUnwritten(string path, string reason);
}

using System.Globalization;

namespace AlitaNews.Bench.Stage;

/// <summary>An answer of the site, byte for byte, for others to give.</summary>
/// <param name="Body">The bytes, as they were coded.</param>
/// <param name="Headers">The headers, without those that every server writes itself.</param>
internal sealed record RecordedPage(byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    private static readonly string[] Own = ["Date", "Server", "Content-Length", "Connection", "Keep-Alive", "Transfer-Encoding"];

    /// <summary>Asks the site.</summary>
    public static async Task<RecordedPage> OfAsync(Server site, string path, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        using var answer = await site.Client.SendAsync(request);
        return new RecordedPage(
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(),
            [.. answer.Headers.Concat(answer.Content.Headers)
                .Where(static h => !Own.Contains(h.Key))
                .Select(static h => KeyValuePair.Create(h.Key, string.Join(", ", h.Value)))]);
    }

    /// <summary>The value of a header.</summary>
    public string this[string name] => Headers.First(h => h.Key == name).Value;

    /// <summary>Writes it into a folder.</summary>
    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "page.html.gz"), Body);
        await File.WriteAllLinesAsync(Path.Combine(folder, "headers"), Headers.Select(static h => $"{h.Key}: {h.Value}"));
        await File.WriteAllTextAsync(Path.Combine(folder, "page.html"), Body.Length.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Reads it from there.</summary>
    public static RecordedPage Read(string folder) => new(
        File.ReadAllBytes(Path.Combine(folder, "page.html.gz")),
        [.. File.ReadAllLines(Path.Combine(folder, "headers")).Select(static line => line.Split(": ", 2)).Select(static pair => KeyValuePair.Create(pair[0], pair[1]))]);
}

using System.Text.RegularExpressions;

namespace AlitaNews.Site.Tests.House;

/// <summary>Nothing in the repository depends on, or tells of, the machine on which it was written.</summary>
public sealed class PrivacyTests
{
    // Put together from parts, so that this file does not find itself.
    private static readonly Regex Machine = new(
        string.Join('|', @"\bnu" + @"get\.org", @"registry\.np" + @"mjs\.org", @"\bpy" + @"pi\.org", @"\bcrates" + @"\.io", @"proxy\.go" + @"lang\.org",
            @"rubygems" + @"\.org", @"(?<![\w.])/wo" + @"rk/[\w.]", @"(?<![\w.])/ro" + @"ot/[\w.]"),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [Fact]
    public void No_file_names_a_package_registry_or_a_path_of_the_machine() =>
        Assert.Empty(SourceTree.List().SelectMany(static path => ListFound(path, SourceTree.Read(path))));

    [Fact]
    public void Every_file_of_code_is_utf8_text_with_unix_line_ends() => Assert.Empty(SourceTree
        .ReadAll(["src", "tests/AlitaNews.Site.Tests", "bench"], ".cs", ".cshtml", ".css", ".js", ".sql", ".csproj")
        .Where(static file => file.Text.Contains('\r', StringComparison.Ordinal) || file.Text.Contains('\uFFFD', StringComparison.Ordinal))
        .Select(static file => file.Path));

    [Fact]
    public void A_registry_or_a_machines_path_is_found()
    {
        string registry = "https://api.nu" + "get.org/v3", path = "cd /wo" + "rk/main", home = "'/ro" + "ot/.cache'";
        Assert.Equal(["a:1", "a:2", "a:4"], ListFound("a", $"{registry}\n{path}\n/articles/work/x ./root/y\n{home}\n"));
        Assert.Empty(ListFound("a.png", "\0" + registry));
    }

    private static IEnumerable<string> ListFound(string path, string text)
    {
        // A picture or a font is no text.
        if (text.AsSpan(0, Math.Min(text.Length, 8_000)).Contains('\0'))
            yield break;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Length < 10_000 && Machine.IsMatch(line))
                yield return $"{path}:{number}";
        }
    }
}

using System.Text.RegularExpressions;

namespace AlitaNews.Site.Tests.House;

/// <summary>Names say what a thing is: the words that say nothing are banned.</summary>
public sealed partial class NameTests
{
    private static readonly string[] Code = ["src", "tests", "bench"];

    [Fact]
    public void No_folder_or_type_has_a_name_that_says_nothing() =>
        Assert.Empty(SourceTree.ReadAll(Code, ".cs").SelectMany(static file => ListBanned(file.Path, file.Text)));

    [Fact]
    public void Nothing_is_left_to_do_and_no_test_is_skipped() =>
        Assert.Empty(SourceTree.ReadAll(Code, ".cs", ".cshtml", ".css", ".js", ".sql").SelectMany(static file => ListUnfinished(file.Path, file.Text)));

    [Theory]
    [InlineData("src/Common/A.cs", "", "Common")]
    [InlineData("src/X/Shared/A.cs", "", "Shared")]
    [InlineData("src/X/StringUtils/A.cs", "", "StringUtils")]
    [InlineData("src/X/A.cs", "internal sealed class Services;", "Services")]
    [InlineData("src/X/A.cs", "public sealed record struct DateHelpers(int A);", "DateHelpers")]
    [InlineData("src/X/A.cs", "public interface CacheManager { }", "CacheManager")]
    [InlineData("src/X/A.cs", "public enum Misc { A }", "Misc")]
    [InlineData("src/X/SiteServices.cs", "/// a class Manager\ninternal static class SiteServices;", null)]
    [InlineData("src/X/A.cs", "class FigureTagHelper", null)]
    public void A_banned_name_is_found(string path, string text, string? found) =>
        Assert.Equal(found is null ? [] : [$"{path}: {found}"], ListBanned(path, text));

    [Fact]
    public void An_unfinished_line_is_found()
    {
        string later = "// TO" + "DO: later", skipped = "[Fact(Sk" + "ip = \"slow\")]";
        Assert.Equal(["a.cs:2", "a.cs:3"], ListUnfinished("a.cs", $"fine\n{later}\n{skipped}\n"));
    }

    private static IEnumerable<string> ListBanned(string path, string text)
    {
        var folders = path.Split('/')[..^1];
        var types = text.Split('\n')
            .Select(static line => Declaration().Match(line))
            .Where(static match => match.Success)
            .Select(static match => match.Groups["name"].Value);
        return folders.Concat(types).Where(static name => Banned().IsMatch(name)).Select(name => $"{path}: {name}");
    }

    private static IEnumerable<string> ListUnfinished(string path, string text) => text.Split('\n')
        .Select(static (line, index) => (line, number: index + 1))
        .Where(static pair => Unfinished().IsMatch(pair.line))
        .Select(pair => $"{path}:{pair.number}");

    [GeneratedRegex("^(Common|Misc|Shared|Base|Services)$|(Helpers|Utils|Manager)$")]
    private static partial Regex Banned();

    [GeneratedRegex(@"^\s*(?:[a-z]+\s+)*(?:class|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bSkip\s*=\s*""")]
    private static partial Regex Unfinished();
}

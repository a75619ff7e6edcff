using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Tests.Diagnostics;

public partial class CatalogueTests
{
    [Fact]
    public void Codes_have_their_form_and_are_ordered() =>
        Assert.All(DiagnosticCatalogue.All, rule => Assert.Matches("^AN0[1-8][0-9]{2}$", rule.Code));

    [Fact]
    public void Only_errors_keep_a_file_out() =>
        Assert.All(DiagnosticCatalogue.All, rule => Assert.True(!rule.Blocks || rule.Severity == Severity.Error));

    [Fact]
    public void Every_code_has_one_heading_in_the_documentation()
    {
        var headings = Heading().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "diagnostics.md"))).Select(m => m.Groups[1].Value);
        Assert.Equal(DiagnosticCatalogue.All.Select(rule => $"{rule.Code}: {rule.Title}"), headings);
    }

    [Fact]
    public void Every_code_has_the_example_of_its_case_in_the_documentation()
    {
        var lines = File.ReadAllLines(Path.Combine(Root(), "docs", "diagnostics.md")).ToHashSet(StringComparer.Ordinal);
        Assert.All(DiagnosticCatalogue.All, rule =>
        {
            var expected = Path.Combine(Root(), "tests", "AlitaNews.Newsroom.Tests", "Cases", rule.Code, "expected.txt");
            if (File.Exists(expected))
                Assert.Contains(File.ReadLines(expected).First(line => line.Contains($" {rule.Code}: ", StringComparison.Ordinal)), lines);
        });
    }

    /// <summary>What the folders say is proved by the tests of the whole pipeline (<c>DiagnosticCaseTests</c>).</summary>
    [Fact]
    public void Every_code_has_one_case_that_shows_it_or_says_why_none_can()
    {
        var cases = Path.Combine(Root(), "tests", "AlitaNews.Newsroom.Tests", "Cases");
        Assert.Equal(
            DiagnosticCatalogue.All.Select(rule => rule.Code),
            Directory.GetDirectories(cases, "AN*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(DiagnosticCatalogue.All, rule =>
        {
            var expected = Path.Combine(cases, rule.Code, "expected.txt");
            if (File.Exists(expected))
                Assert.Contains($" {rule.Severity.ToString().ToLowerInvariant()} {rule.Code}: ", File.ReadAllText(expected), StringComparison.Ordinal);
            else
                Assert.NotEmpty(File.ReadAllText(Path.Combine(cases, rule.Code, "unreachable.txt")));
        });
    }

    [GeneratedRegex("^### (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AlitaNews.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run below the folder of AlitaNews.sln.");
        return folder;
    }
}

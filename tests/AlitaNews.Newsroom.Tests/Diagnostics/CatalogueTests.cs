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

using System.Diagnostics;
using System.Text.Json;
using AlitaNews.Web;

namespace AlitaNews.Site.Tests.Verbs;

public sealed class CheckVerbTests : IDisposable
{
    private const string Broken = "---\ntitle: One\ndate: 2026-01-01\n---\nSee [this](claim:nothing).\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("alita-check-").FullName;

    [Fact]
    public async Task A_folder_with_an_error_is_exit_code_1_and_one_line_for_each_finding()
    {
        Write("site.yaml", "title: X\n");
        Write("articles/a.md", Broken);
        var (code, output, errors) = await Executable.RunAsync("check", _folder);
        Assert.Equal(1, code);
        Assert.Equal("articles/a.md:5:5: error AN0302: no claim is called \"nothing\"", output);
        Assert.Equal("1 error, 0 warnings in 2 files", errors);
    }

    [Fact]
    public async Task Warnings_fail_only_where_strictness_is_asked_for()
    {
        Write("pages/about.md", "---\ntitle: About\n---\nUs.\n");
        var (code, output, _) = await Executable.RunAsync("check", _folder);
        Assert.Equal(0, code);
        Assert.StartsWith("site.yaml:1:1: warning AN0701: ", output, StringComparison.Ordinal);
        (code, _, _) = await Executable.RunAsync("check", _folder, "--strict");
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task Findings_are_also_json_sarif_and_annotations()
    {
        Write("site.yaml", "title: X\n");
        Write("articles/a.md", Broken);

        var json = JsonDocument.Parse((await Executable.RunAsync("check", _folder, "--format", "json")).Output).RootElement;
        Assert.Equal("articles/a.md 5 5 AN0302", $"{json[0].GetProperty("path")} {json[0].GetProperty("line")} {json[0].GetProperty("col")} {json[0].GetProperty("code")}");

        var sarif = JsonDocument.Parse((await Executable.RunAsync("check", _folder, "--format", "sarif")).Output).RootElement;
        Assert.Equal("unicodeCodePoints", sarif.GetProperty("runs")[0].GetProperty("columnKind").GetString());
        Assert.Equal("AN0302", sarif.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("ruleId").GetString());

        var annotations = (await Executable.RunAsync("check", _folder, "--format", "github")).Output;
        var path = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(_folder, "articles/a.md"));
        Assert.Equal($"::error file={path},line=5,col=5,title=AN0302::no claim is called \"nothing\"", annotations);
    }

    [Fact]
    public async Task Fix_mends_keeps_the_line_ends_and_says_what_it_did()
    {
        Write("site.yaml", "title: X\n");
        Write("articles/a.md", "\uFEFF---\r\ntitle: One\r\ndate: 2026-01-01\r\nsumary: Short\r\n---\r\nText.\r\n");
        var (code, _, errors) = await Executable.RunAsync("check", _folder, "--fix");
        Assert.Equal(0, code);
        Assert.Contains("articles/a.md: mended: the key \"sumary\" is \"summary\" now", errors, StringComparison.Ordinal);
        Assert.Equal("\uFEFF---\r\ntitle: One\r\ndate: 2026-01-01\r\nsummary: Short\r\n---\r\nText.\r\n", System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(_folder, "articles/a.md"))));
    }

    [Fact]
    public async Task Where_nothing_can_be_printed_one_line_says_so()
    {
        Write("articles/a.md", Broken);
        foreach (var output in new[] { "> /dev/full", ">&-" })
        {
            using var program = Process.Start(new ProcessStartInfo("sh", ["-c", $"exec dotnet \"$0\" check \"$1\" {output}", typeof(SiteHost).Assembly.Location, _folder]) { RedirectStandardError = true })!;
            var errors = await program.StandardError.ReadToEndAsync();
            await program.WaitForExitAsync();
            Assert.Equal(2, program.ExitCode);
            Assert.StartsWith("Standard output cannot be written: ", errors, StringComparison.Ordinal);
            Assert.Single(errors.Trim().Split('\n'));
        }
    }

    [Theory]
    [InlineData("check", "/nowhere/at/all")]
    [InlineData("check", "--format", "xml")]
    [InlineData("check", "--loud", "yes")]
    [InlineData("check", "one", "two")]
    public async Task Wrong_use_is_one_line_and_exit_code_2(params string[] arguments)
    {
        var (code, output, errors) = await Executable.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Single(errors.Split('\n'));
        Assert.Empty(output);
    }

    [Fact]
    public async Task A_root_that_is_no_folder_or_may_not_be_looked_into_is_one_line_and_exit_code_2()
    {
        Write("file", "");
        var roots = new List<string> { Path.Combine(_folder, "file") };
        if (!Environment.IsPrivilegedProcess)
        {
            // Nothing is closed to the administrator.
            roots.Add(Directory.CreateDirectory(Path.Combine(_folder, "closed"), UnixFileMode.None).FullName);
        }

        foreach (var root in roots)
        {
            foreach (var arguments in new string[][] { ["check", root], ["ingest", "--Alita:Content", root] })
            {
                var (code, output, errors) = await Executable.RunAsync(arguments);
                Assert.Equal(2, code);
                Assert.Contains(root, errors, StringComparison.Ordinal);
                Assert.Single(errors.Split('\n'));
                Assert.Empty(output);
            }
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}

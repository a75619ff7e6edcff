using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace AlitaNews.Site.Tests.House;

/// <summary>Who may use whom: the table of the architecture, project by project, and what the compiler made of it.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, (string Sdk, string[] Projects, string[] Packages)> Table = new()
    {
        ["src/AlitaNews.Newsroom/AlitaNews.Newsroom.csproj"] = ("Microsoft.NET.Sdk", [],
            ["HtmlSanitizer", "Markdig", "MathNet.Numerics", "MetadataExtractor", "NodaTime", "Tomlyn", "YamlDotNet"]),
        ["src/AlitaNews.Store/AlitaNews.Store.csproj"] = ("Microsoft.NET.Sdk", ["Newsroom"], ["Dapper", "Npgsql"]),
        ["src/AlitaNews.Web/AlitaNews.Web.csproj"] = ("Microsoft.NET.Sdk.Web", ["Newsroom", "Store"],
            ["NetVips", "NetVips.Native.linux-x64", "OpenTelemetry.*", "Serilog.*", "System.CommandLine"]),
        ["tests/AlitaNews.Newsroom.Tests/AlitaNews.Newsroom.Tests.csproj"] = ("Microsoft.NET.Sdk", ["Newsroom"],
            ["CsCheck", "Microsoft.NET.Test.Sdk", "xunit", "xunit.*"]),
        // CsCheck goes beyond the architecture's table: the laws of negotiation and validators hold in the Web, which only these tests see.
        ["tests/AlitaNews.Site.Tests/AlitaNews.Site.Tests.csproj"] = ("Microsoft.NET.Sdk", ["Newsroom", "Store", "Web"],
            ["AngleSharp", "CsCheck", "Deque.AxeCore.Playwright", "Microsoft.AspNetCore.Mvc.Testing", "Microsoft.NET.Test.Sdk", "Microsoft.Playwright", "Npgsql", "xunit", "xunit.*"]),
        ["bench/AlitaNews.Bench/AlitaNews.Bench.csproj"] = ("Microsoft.NET.Sdk", ["Newsroom", "Store", "Web"], ["BenchmarkDotNet"]),
    };

    [Fact]
    public void Every_project_references_what_the_table_says_and_nothing_else() => Assert.Empty(SourceTree
        .ReadAll(["src", "tests", "bench"], ".csproj")
        .SelectMany(static file => ListFaults(file.Path, file.Text)));

    [Fact]
    public void Walls_are_built_into_every_project()
    {
        Assert.Contains("<DisableTransitiveProjectReferences>true<", SourceTree.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains("<ManagePackageVersionsCentrally>true<", SourceTree.Read("Directory.Packages.props"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AlitaNews.Web.dll", new[] { "Npgsql", "Dapper", "Markdig", "YamlDotNet", "Tomlyn", "HtmlSanitizer", "MetadataExtractor", "MathNet.Numerics", "NodaTime" })]
    [InlineData("AlitaNews.Store.dll", new[] { "Markdig", "YamlDotNet", "Tomlyn", "HtmlSanitizer", "MetadataExtractor", "MathNet.Numerics", "NodaTime", "Microsoft.AspNetCore.Http.Abstractions", "Serilog" })]
    [InlineData("AlitaNews.Newsroom.dll", new[] { "Npgsql", "Dapper", "Serilog", "NetVips", "Microsoft.AspNetCore.Http.Abstractions", "System.Net.Http", "System.Net.Sockets" })]
    public void No_assembly_names_a_technology_of_another(string assembly, string[] foreign) =>
        Assert.Empty(ListReferences(assembly).Intersect(foreign));

    [Fact]
    public void The_references_of_an_assembly_are_seen()
    {
        Assert.Contains("AlitaNews.Newsroom", ListReferences("AlitaNews.Store.dll"));
        Assert.Contains("Npgsql", ListReferences("AlitaNews.Store.dll"));
    }

    [Theory]
    [InlineData("<ProjectReference Include=\"../AlitaNews.Web/AlitaNews.Web.csproj\" />", "may not reference Web")]
    [InlineData("<PackageReference Include=\"Serilog\" PrivateAssets=\"compile\" />", "may not use Serilog")]
    [InlineData("<PackageReference Include=\"Dapper\" Version=\"2.0\" PrivateAssets=\"compile\" />", "gives Dapper a version of its own")]
    [InlineData("<PackageReference Include=\"Npgsql\" />", "lets others name Npgsql")]
    [InlineData("<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />", "references the framework Microsoft.AspNetCore.App")]
    [InlineData("<Reference Include=\"Other\" />", "references the file Other")]
    [InlineData("<ProjectReference Include=\"../AlitaNews.Newsroom/AlitaNews.Newsroom.csproj\" />", null)]
    public void A_reference_through_the_wall_is_found(string reference, string? fault)
    {
        const string store = "src/AlitaNews.Store/AlitaNews.Store.csproj";
        Assert.Equal(fault is null ? [] : [$"{store}: {fault}"], ListFaults(store, $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup>{reference}</ItemGroup></Project>"));
    }

    [Fact]
    public void A_project_that_is_not_in_the_table_is_found() =>
        Assert.Equal(["src/X/X.csproj: is not in the table"], ListFaults("src/X/X.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />"));

    private static IEnumerable<string> ListFaults(string path, string text)
    {
        if (!Table.TryGetValue(path, out var row))
            return [$"{path}: is not in the table"];
        var project = XDocument.Parse(text).Root!;
        var faults = new List<string>();
        if ((string?)project.Attribute("Sdk") != row.Sdk)
            faults.Add($"is not built with {row.Sdk}");
        foreach (var name in Included("ProjectReference").Select(static reference => Path.GetFileNameWithoutExtension(reference.Name).Replace("AlitaNews.", "", StringComparison.Ordinal)))
        {
            if (!row.Projects.Contains(name))
                faults.Add($"may not reference {name}");
        }

        foreach (var (name, element) in Included("PackageReference"))
        {
            if (!row.Packages.Any(allowed => allowed == name || (allowed.EndsWith('*') && name.StartsWith(allowed[..^1], StringComparison.Ordinal))))
                faults.Add($"may not use {name}");
            if (element.Attribute("Version") is not null || element.Attribute("VersionOverride") is not null)
                faults.Add($"gives {name} a version of its own");
            if (path.StartsWith("src/", StringComparison.Ordinal) && row.Sdk == "Microsoft.NET.Sdk" && (string?)element.Attribute("PrivateAssets") is not ("compile" or "all"))
                faults.Add($"lets others name {name}");
        }

        faults.AddRange(Included("FrameworkReference").Select(static reference => $"references the framework {reference.Name}"));
        faults.AddRange(Included("Reference").Select(static reference => $"references the file {reference.Name}"));
        return faults.Select(fault => $"{path}: {fault}");

        IEnumerable<(string Name, XElement Element)> Included(string kind) =>
            project.Descendants(kind).Select(static element => ((string)element.Attribute("Include")!, element));
    }

    private static IEnumerable<string> ListReferences(string assembly)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly));
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AlitaNews.Bench.Micro;

/// <summary>The benchmarks of single functions, by BenchmarkDotNet.</summary>
internal static class Functions
{
    /// <summary>Runs those whose names match, or all.</summary>
    public static void Run(string[] filter)
    {
        // In this process: building a project for each benchmark would take longer than all of them.
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(Checkout.Scratch, "micro"))
            .WithOptions(ConfigOptions.JoinSummary);
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(Functions).Assembly).Run(["--filter", filter is [var one, ..] ? $"*{one}*" : "*"], config);
        if (filter.Length > 0)
            return;
        foreach (var summary in summaries)
        {
            var file = MarkdownExporter.GitHub.ExportToFiles(summary, BenchmarkDotNet.Loggers.NullLogger.Instance).Single();
            File.Copy(file, Path.Combine(Checkout.Root, "bench", "results", "micro.md"), overwrite: true);
        }
    }
}

using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Site;
using BenchmarkDotNet.Attributes;

namespace AlitaNews.Bench.Micro;

/// <summary>One article of the generated corpus, from bytes to everything the store needs.</summary>
public class ParsingBenchmarks
{
    private readonly byte[][] _files = [.. Stage.Library.OfAsync(1000).GetAwaiter().GetResult().ListArticles().Take(100).Select(File.ReadAllBytes)];

    private readonly CompileSettings _settings = new()
    {
        Site = SiteFile.Default,
        Now = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero),
        Layout = ContentLayout.Detect(new HashSet<string> { "articles" }),
    };

    /// <summary>A hundred different articles, the cost of one.</summary>
    [Benchmark(OperationsPerInvoke = 100)]
    public CompiledFile? Compile()
    {
        CompiledFile? last = null;
        for (var i = 0; i < _files.Length; i++)
            last = NewsroomCompiler.Compile("articles/a.md", FileKind.Article, _files[i], _settings.Now, identity: null, _settings);
        return last;
    }
}

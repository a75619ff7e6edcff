using AlitaNews.Web.Pages;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Primitives;

namespace AlitaNews.Bench.Micro;

/// <summary>What every request asks of us: which coding, which page, whether the reader has it.</summary>
public class NegotiationBenchmarks
{
    private const string Tag = "\"00112233445566778899aabbccddeeff-br\"";
    private readonly StringValues _browser = "gzip, deflate, br, zstd";
    private readonly StringValues _weights = "br;q=0.8, gzip;q=1.0, *;q=0.1";
    private readonly StringValues _known = Tag;
    private readonly string _query = "?utm_source=x&status=overdue&fbclid=abcdef";
    private readonly byte[] _page = new byte[36 * 1024];

    /// <summary>What browsers send.</summary>
    [Benchmark]
    public Coding? ChooseForBrowser() => AcceptEncoding.Choose(_browser);

    /// <summary>With weights.</summary>
    [Benchmark]
    public Coding? ChooseByWeights() => AcceptEncoding.Choose(_weights);

    /// <summary>The reader has the page.</summary>
    [Benchmark]
    public bool TagIsNamed() => ETag.IsNamed(_known, Tag);

    /// <summary>The validator of a page of 36 KB.</summary>
    [Benchmark]
    public string HashOfPage() => ETag.HashOf(_page);

    /// <summary>An address with parameters of strangers.</summary>
    [Benchmark]
    public string StrangeParameters() => KnownParameters.Canonical("/rumours", _query);
}

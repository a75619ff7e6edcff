using AlitaNews.Web.Pages;
using CsCheck;
using Microsoft.Extensions.Primitives;

namespace AlitaNews.Site.Tests.Pages;

public sealed class AcceptEncodingTests
{
    [Theory]
    [InlineData("br", Coding.Brotli)]
    [InlineData("gzip", Coding.Gzip)]
    [InlineData("gzip, br", Coding.Brotli)]
    [InlineData("gzip, deflate, br, zstd", Coding.Brotli)]
    [InlineData("BR", Coding.Brotli)]
    [InlineData("x-gzip", Coding.Gzip)]
    [InlineData("br;q=0.5, gzip;q=0.8", Coding.Gzip)]
    [InlineData("br;q=0, gzip", Coding.Gzip)]
    [InlineData("br ; q=0 , gzip ;q=0.001", Coding.Gzip)]
    [InlineData("gzip;q=0", Coding.Identity)]
    [InlineData("*", Coding.Brotli)]
    [InlineData("*;q=0, gzip", Coding.Gzip)]
    [InlineData("br;q=0, *", Coding.Gzip)]
    [InlineData("identity", Coding.Identity)]
    [InlineData("identity;q=1, br;q=0.5", Coding.Identity)]
    [InlineData("identity;q=0, gzip;q=0.1", Coding.Gzip)]
    [InlineData("identity, br", Coding.Brotli)]
    [InlineData("", Coding.Identity)]
    [InlineData("deflate", Coding.Identity)]
    [InlineData("brotli", Coding.Identity)]
    [InlineData("abr, gzipped", Coding.Identity)]
    [InlineData("br;q=2, gzip", Coding.Gzip)]
    [InlineData("br;q=nonsense", Coding.Identity)]
    [InlineData("br;q=1.0000", Coding.Identity)]
    [InlineData("br;q=1.001", Coding.Identity)]
    [InlineData(",,br,,", Coding.Brotli)]
    public void A_header_is_really_parsed(string header, Coding expected) => Assert.Equal(expected, AcceptEncoding.Choose(header));

    [Theory]
    [InlineData("identity;q=0")]
    [InlineData("*;q=0")]
    [InlineData("br;q=0, gzip;q=0, identity;q=0")]
    [InlineData("deflate, identity;q=0.000")]
    public void Nothing_acceptable_is_nothing(string header) => Assert.Null(AcceptEncoding.Choose(header));

    [Fact]
    public void No_header_means_the_plain_bytes() => Assert.Equal(Coding.Identity, AcceptEncoding.Choose(StringValues.Empty));

    [Fact]
    public void Several_lines_are_one_list() => Assert.Equal(Coding.Brotli, AcceptEncoding.Choose(new StringValues(["gzip;q=0.5", "br"])));

    [Fact]
    public void What_is_chosen_is_never_refused_and_never_beaten()
    {
        var names = new[] { "br", "gzip", "identity", "*", "deflate" };
        var element = Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, 1000]);
        element.Array[0, 6].Sample(elements =>
        {
            var listed = elements.GroupBy(e => names[e.Item1]).ToDictionary(g => g.Key, g => g.Max(e => e.Item2));
            var header = string.Join(", ", elements.Select(e => $"{names[e.Item1]};q={e.Item2 / 1000}.{e.Item2 % 1000:000}"));
            int Weight(string name) => listed.TryGetValue(name, out var w) ? w : listed.TryGetValue("*", out var any) ? any : name == "identity" ? 1 : 0;

            var chosen = AcceptEncoding.Choose(header);
            var weights = new Dictionary<Coding, int> { [Coding.Brotli] = Weight("br"), [Coding.Gzip] = Weight("gzip"), [Coding.Identity] = Weight("identity") };
            if (chosen is null)
                return weights.Values.All(w => w == 0);

            // Plain bytes that nobody asked for come last, however little the others weigh.
            var rivals = weights.Where(w => w.Key != Coding.Identity || listed.ContainsKey("identity"));
            return weights[chosen.Value] > 0
                && (chosen != Coding.Identity || listed.ContainsKey("identity") || (weights[Coding.Brotli] == 0 && weights[Coding.Gzip] == 0))
                && rivals.All(r => r.Value <= weights[chosen.Value]);
        });
    }

    [Fact]
    public void No_header_breaks_the_parser() => Gen.String.Sample(text => AcceptEncoding.Choose(text) is null or Coding.Identity or Coding.Gzip or Coding.Brotli);
}

using System.Collections;
using System.Globalization;
using System.Text;
using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Site;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AlitaNews.Site.Tests.Hostile;

/// <summary>Whatever is put into the content folder is shown harmless or named with its place, and costs neither much time nor much memory.</summary>
public sealed class HostileFileTests
{
    // What no file may cost (promise 3): seconds of a core, and bytes.
    private const double MostSeconds = 5;
    private const long MostBytes = 400L * 1024 * 1024;

    private static readonly CompileSettings Settings = new()
    {
        Site = SiteFile.Default,
        Now = DateTimeOffset.Parse("2024-06-01T12:00:00Z", CultureInfo.InvariantCulture),
        Layout = ContentLayout.Detect(new HashSet<string> { "articles" }),
    };

    private static readonly HashSet<string> Elements =
    [
        "a", "abbr", "aside", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "div", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s",
        "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "html", "head", "body",
    ];

    [Fact]
    public void There_are_more_than_five_hundred_hostile_files() =>
        Assert.InRange(HostileScripts.All.Concat(HostileShapes.All).DistinctBy(static file => (file.Path, Convert.ToBase64String(file.Bytes))).Count(), 1_900, 3_000);

    [Fact]
    public void No_script_in_any_place_of_any_file_is_left_in_what_the_parser_makes_of_it() => Examine(HostileScripts.All);

    [Fact]
    public void No_shape_of_a_file_brings_the_parser_down() => Examine(HostileShapes.All);

    private static void Examine(IEnumerable<HostileFile> files)
    {
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.ForEach(files, file =>
        {
            try
            {
                Examine(file);
            }
            catch (Exception e)
            {
                failures.Add($"{file.Path}: {e.Message}\n{Encoding.UTF8.GetString(file.Bytes.AsSpan(0, Math.Min(file.Bytes.Length, 400)))}");
            }
        });
        Assert.True(failures.IsEmpty, $"{failures.Count} files:\n{string.Join("\n\n", failures.Take(12))}");
    }

    private static void Examine(HostileFile file)
    {
        var (seconds, bytes) = (ThreadSeconds(), GC.GetAllocatedBytesForCurrentThread());
        var made = NewsroomCompiler.Compile(file.Path, Settings.Layout.KindOf(file.Path, static _ => false), file.Bytes, Settings.Now, null, Settings);
        Assert.InRange(ThreadSeconds() - seconds, 0, MostSeconds);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - bytes, 0, MostBytes);

        // A fault of ours that was caught is a fault all the same.
        Assert.DoesNotContain(made.Facts.Own, static finding => finding.Message.Contains("cannot be compiled", StringComparison.Ordinal) || finding.Message == "this text cannot be read");
        var lines = file.Bytes.Count(static b => b == '\n') + file.Bytes.Count(static b => b == '\r') + 1;
        foreach (var finding in made.Facts.Own)
        {
            Assert.Equal(file.Path, finding.Path);
            Assert.InRange(finding.Line, 1, lines + 1);
            Assert.True(finding.Column >= 1 && finding.Code.StartsWith("AN", StringComparison.Ordinal) && finding.Message.Length > 0);
        }

        foreach (var html in ListHtml(made))
            AssertHarmless(html);
        foreach (var words in (string?[])[made.Article?.Title, made.Article?.Slug, made.Article?.Summary, made.Page?.Title, made.Topic?.Name, made.Author?.Name, made.Source?.Name, made.ClaimFile?.Text, made.Section?.Title])
            Assert.False(words is not null && words.Any(static c => char.IsControl(c) || c is '\u202E' or '\u2066'), $"hidden characters in \"{words}\"");
    }

    // Everything that goes to a page as HTML is kept in a property that says so.
    private static IEnumerable<string> ListHtml(object? made)
    {
        if (made is null or string || made.GetType().IsPrimitive)
            return [];
        if (made is IEnumerable many)
            return many.Cast<object?>().SelectMany(ListHtml);
        if (made.GetType().Namespace?.StartsWith("AlitaNews", StringComparison.Ordinal) != true || made.GetType().IsEnum)
            return [];
        return made.GetType().GetProperties().Where(static property => property.GetIndexParameters().Length == 0 && !property.GetMethod!.IsStatic).SelectMany(property => property.GetValue(made) switch
        {
            string text => property.Name.EndsWith("Html", StringComparison.Ordinal) ? [text] : [],
            var value => ListHtml(value),
        });
    }

    private static void AssertHarmless(string html)
    {
        var plain = new StringBuilder();
        foreach (var part in BodyMarkup.Read(html))
        {
            if (!part.IsMarker)
                plain.Append(part.Html);
        }

        foreach (var element in new HtmlParser().ParseDocument(plain.ToString()).All)
        {
            Assert.True(Elements.Contains(element.LocalName), $"<{element.LocalName}> in {html}");
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name is "style" or "src" or "srcset" or "srcdoc" or "action" or "formaction" or "background" or "ping", $"{attribute.Name} in {html}");
                Assert.True(attribute.Name != "href" || IsHarmlessTarget(attribute.Value), $"{attribute.Value} in {html}");
            }
        }
    }

    private static bool IsHarmlessTarget(string address) =>
        address.StartsWith('/') || address.StartsWith('#') || ((string[])["http://", "https://", "mailto:", "tel:"]).Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    // What the thread has used of a core: other tests on the same machine do not count.
    private static double ThreadSeconds()
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        var fields = File.ReadAllText("/proc/thread-self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0;
    }
}

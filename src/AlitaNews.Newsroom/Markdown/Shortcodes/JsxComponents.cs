using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Diagnostics;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>
/// The components of MDX, before anything else looks at a text: boxes, tabs, pictures, videos and links become Markdown or shortcodes, of all
/// others the title and what stands within stays. To Markdown a tag over several lines would be text, and what follows a tag directly would be none.
/// </summary>
internal static partial class JsxComponents
{
    private const int MostLooks = 20_000;

    /// <summary>Replaces the components of a text.</summary>
    /// <param name="context">The text, and who takes the findings.</param>
    /// <param name="listCode">Finds where code is, if that is worth asking.</param>
    public static void Prepare(BodyContext context, Func<List<SourceSpan>> listCode)
    {
        var text = context.Text.Text;
        if (context.InlineOnly || !Hint.IsMatch(text))
            return;
        var tags = ListTags(text, new CodePlaces(text, listCode()));
        if (JsxIndents.List(text, new Pass(context, text, tags).ListPairs()) is { Count: > 0 } indents)
        {
            context.Text = context.Text.With(indents);
            text = context.Text.Text;
            tags = ListTags(text, new CodePlaces(text, listCode()));
        }

        context.Text = context.Text.With(new Pass(context, text, tags).Run());
    }

    private static List<JsxTag> ListTags(string text, CodePlaces code)
    {
        var tags = new List<JsxTag>();
        var left = MostLooks;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && left-- > 0;)
        {
            var end = at + 1;
            var isShortcode = at > 0 && text[at - 1] == '{';
            if (!isShortcode && !code.Contains(at) && JsxTag.Read(text, at) is { } tag && (tag.IsComponent || tag.Name is "" or "img" || text.AsSpan(at, tag.End - at).Contains('\n')))
            {
                tags.Add(tag);
                end = tag.End;
            }

            at = end >= text.Length ? -1 : text.IndexOf('<', end);
        }

        return tags;
    }

    [GeneratedRegex(@"<img [^>]*=\{|</?(?:[A-Z][A-Za-z0-9.]*[a-z]|>|[a-zA-Z][\w-]*\s*\n)|^</?[a-zA-Z][^<>\n]*\n", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Hint { get; }

    [GeneratedRegex("""label\s*:\s*(['"`])(?<label>[^'"`]+)['"`]\s*,\s*value\s*:\s*['"`](?<value>[^'"`]+)['"`]|value\s*:\s*(['"`])(?<value>[^'"`]+)['"`]\s*,\s*label\s*:\s*['"`](?<label>[^'"`]+)['"`]""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TabLabel { get; }

    private sealed class Pass(BodyContext context, string text, List<JsxTag> tags)
    {
        private readonly Dictionary<int, JsxTag> _closeOf = [];
        private readonly Dictionary<int, string> _closings = []; // what stands for a closing tag
        private readonly Dictionary<string, string> _tabs = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _imported = new(StringComparer.Ordinal); // pictures by the names they have in code
        private int _boxEnd;

        public List<(JsxTag Open, JsxTag Close)> ListPairs()
        {
            MatchPairs();
            return [.. tags.Where(tag => tag.IsComponent && IsAlone(tag) && _closeOf.TryGetValue(tag.Start, out var close) && IsAlone(close)).Select(tag => (tag, _closeOf[tag.Start]))];
        }

        public List<TextEdit> Run()
        {
            MatchPairs();
            foreach (Match import in Import.Matches(text))
                _imported["{" + import.Groups[1].Value + "}"] = import.Groups[2].Value;
            var edits = new List<TextEdit>();
            foreach (var tag in tags)
            {
                if (Replace(WithImports(tag)) is { } replacement)
                    edits.Add(new TextEdit(tag.Start, tag.End, replacement));
            }

            return edits;
        }

        private void MatchPairs()
        {
            var open = new Dictionary<string, Stack<JsxTag>>(StringComparer.Ordinal);
            foreach (var tag in tags)
            {
                if (!open.TryGetValue(tag.Name, out var stack))
                    open[tag.Name] = stack = new Stack<JsxTag>();
                if (tag.Form == JsxForm.Open)
                    stack.Push(tag);
                else if (tag.Form == JsxForm.Close && stack.TryPop(out var opening))
                    _closeOf[opening.Start] = tag;
            }
        }

        private JsxTag WithImports(JsxTag tag) => _imported.Count == 0 || tag.Items.Count == 0 ? tag : tag with
        {
            Items = [.. tag.Items.Select(item => item.Value is { } code && _imported.TryGetValue(code.Replace(".src}", "}", StringComparison.Ordinal), out var path) ? item with { Value = path } : item)],
        };

        private string? Replace(JsxTag tag)
        {
            if (_closings.Remove(tag.Start, out var closing))
                return closing;
            if (!tag.IsComponent)
                return tag.Name.Length == 0 ? "" : tag.Name == "img" && _imported.Count > 0 && IsAlone(tag) ? JsxMeaning.Leaf(tag) : HasLines(tag) ? OnOneLine(tag) : null;
            if (tag.Form == JsxForm.Close)
                return IsAlone(tag) ? Lines(tag, "\n\n") : tag.Name is "Tabs" or "TabItem" ? "\n\n" : null;
            return JsxMeaning.Leaf(tag) is { } leaf ? leaf : _closeOf.TryGetValue(tag.Start, out var close) ? Pair(tag, close) : Unknown(tag);
        }

        private string? Pair(JsxTag tag, JsxTag close)
        {
            if (tag.Name is "Tabs")
            {
                _tabs.Clear();
                foreach (Match tab in TabLabel.Matches(tag.Find("values") ?? ""))
                    _tabs[tab.Groups["value"].Value] = tab.Groups["label"].Value;
                return Lines(tag, "\n\n");
            }

            if (tag.Name is "TabItem")
            {
                var value = tag.Find("value");
                return Heading(tag, tag.Find("label") ?? (value is null ? null : _tabs.GetValueOrDefault(value, value)));
            }

            if (tag.Find("to", "href") is { } address && JsxMeaning.IsLink(tag.Name))
            {
                _closings[close.Start] = "</a>";
                return $"<a href=\"{HtmlText.Escape(address)}\">";
            }

            if (IsAlone(tag) && tag.Start >= _boxEnd && JsxMeaning.Box(tag) is var (open, end))
            {
                _boxEnd = close.End;
                _closings[close.Start] = PairedTag.InItsLine(text, close.Start, end);
                return PairedTag.InItsLine(text, tag.Start, open);
            }

            return Unknown(tag);
        }

        // Its frame is lost, its title is not.
        private string? Unknown(JsxTag tag)
        {
            var isAlone = IsAlone(tag);
            if (!isAlone && !HasLines(tag))
                return null;
            context.Report(DiagnosticCatalogue.RemovedHtml, tag.Start, $"<{tag.Name}> was removed; text within it stays");
            return isAlone ? Heading(tag, tag.Find("title", "label", "header", "summary", "heading")) : "";
        }

        private string Heading(JsxTag tag, string? words)
        {
            var line = tag.Start == 0 ? 0 : text.LastIndexOf('\n', tag.Start - 1) + 1;
            var before = text.AsSpan(line, tag.Start - line);
            return string.IsNullOrWhiteSpace(words)
                ? Lines(tag, "\n\n")
                : $"\n{before[..^before.TrimStart().Length]}**{JsxMeaning.Escape(words)}**\n{(IsAlone(tag) ? "" : "\n")}";
        }

        private bool HasLines(JsxTag tag) => text.AsSpan(tag.Start, tag.End - tag.Start).Contains('\n');

        private string OnOneLine(JsxTag tag) => Breaks.Replace(text[tag.Start..tag.End], " ");

        private string Lines(JsxTag tag, string lines) => PairedTag.InItsLine(text, tag.Start, lines);

        private bool IsAlone(JsxTag tag)
        {
            var before = tag.Start;
            while (before > 0 && text[before - 1] is ' ' or '\t')
                before--;
            var after = tag.End;
            while (after < text.Length && text[after] is ' ' or '\t')
                after++;
            return (before == 0 || text[before - 1] == '\n') && (after >= text.Length || text[after] == '\n');
        }
    }

    [GeneratedRegex("""^import\s+(\w+)\s+from\s+['"]([^'"\n]+\.(?:png|jpe?g|webp|avif|gif|svg))['"]""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Import { get; }

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Breaks { get; }
}

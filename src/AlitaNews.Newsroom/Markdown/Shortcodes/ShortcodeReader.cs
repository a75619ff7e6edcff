using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.Guards;
using AlitaNews.Newsroom.Markdown.Links;
using AlitaNews.Newsroom.Markdown.Summaries;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>
/// Takes template code of other generators out of a text before it is parsed: what is understood becomes a placeholder, an address or a code
/// fence, the rest is removed and reported. Never inside code: where code is, Markdig itself is asked first.
/// </summary>
internal static class ShortcodeReader
{
    private const int MostShortcodes = 20_000;
    private const int MostUnended = 50;
    private const int MostCodeAttributes = 2000;

    private static readonly HashSet<string> Known = ["figure", "img", "image", "youtube", "vimeo", "tweet", "twitter", "x", "instagram", "gist", "ad", "embed"];

    /// <summary>Replaces the template code of a text.</summary>
    public static void Prepare(BodyContext context)
    {
        MdxLines.TakeExports(context, () => ListCode(context));
        JsxComponents.Prepare(context, () => ListCode(context));
        var text = context.Text.Text;
        var first = text.IndexOf('{', StringComparison.Ordinal);
        while (first >= 0 && !TemplateTag.Opens(text, first))
            first = text.IndexOf('{', first + 1);
        if (context.Settings.ExcerptSeparator is { Length: > 0 } separator)
            MarkExcerpt(context, separator);
        if (first < 0 && !text.Contains("={", StringComparison.Ordinal) && !text.Contains("\\{#", StringComparison.Ordinal))
            return;
        text = context.Text.Text;
        new Pass(context, text, ListCode(context)).Run();
    }

    private static void MarkExcerpt(BodyContext context, string separator)
    {
        var at = context.Text.Text.IndexOf(separator, StringComparison.Ordinal);
        if (at >= 0)
            context.Text = context.Text.With([new TextEdit(at, at + separator.Length, "<!--more-->")]);
    }

    private static List<SourceSpan> ListCode(BodyContext context)
    {
        var spans = new List<SourceSpan>();
        var document = Markdig.Markdown.Parse(context.Text.Text, NewsPipeline.For(context.Settings));
        foreach (var node in document.Descendants())
        {
            if (node is CodeBlock or CodeInline or MathInline)
                spans.Add(node.Span);
        }

        spans.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return spans;
    }

    private sealed class Pass(BodyContext context, string text, List<SourceSpan> code)
    {
        private readonly List<TextEdit> _edits = [];
        private readonly List<Shortcode> _shortcodes = [];
        private readonly ClosingTags _tags = new(text);
        private readonly Dictionary<int, string> _closes = [];
        private readonly Dictionary<string, int> _paired = []; // where the last pair of a name ends: within it the name means nothing
        private readonly Dictionary<string, int> _listed = []; // before here an opening tag of a listing has no end of its own
        private int _code;
        private int _unended;
        private int _codeAttributes;

        public void Run()
        {
            var i = text.IndexOf('{', StringComparison.Ordinal);
            while (i >= 0)
            {
                var next = InCode(i) ? i + 1 : TakeAttribute(i) ?? TakeEscape(i) ?? (TemplateTag.Opens(text, i) ? Take(i) : i + 1);
                i = next >= text.Length ? -1 : text.IndexOf('{', next);
            }

            context.Text = context.Text.With(_edits);
            context.Shortcodes = _shortcodes;
        }

        private bool InCode(int offset)
        {
            while (_code < code.Count && code[_code].End < offset)
                _code++;
            return _code < code.Count && code[_code].Start <= offset;
        }

        private int? TakeAttribute(int brace)
        {
            if (brace == 0 || text[brace - 1] != '=' || _codeAttributes++ >= MostCodeAttributes || JsxAttribute.Find(text, brace) is not { } edit
                || (_edits.Count > 0 && _edits[^1].End > edit.Start))
            {
                return null;
            }

            if (edit.Replacement.Length <= 1 && text[edit.Start..(brace - 1)].Trim() is not ("className" or "style" or "class"))
                context.Report(DiagnosticCatalogue.TemplateLeftover, brace, $"code \"{Shorten(text[brace..edit.End])}\" removed from a tag");
            _edits.Add(edit);
            return edit.End;
        }

        // In MDX a brace is code: the id of a heading has a backslash before it.
        private int? TakeEscape(int brace)
        {
            if (brace == 0 || text[brace - 1] != '\\' || brace + 1 >= text.Length || text[brace + 1] != '#' || text.LastIndexOf('\n', brace) + 1 is var line && text[line] != '#')
                return null;
            _edits.Add(new TextEdit(brace - 1, brace, ""));
            return brace + 1;
        }

        /// <summary>Takes the tag at an offset; returns where to go on.</summary>
        private int Take(int start)
        {
            if (TemplateTag.Find(text, start) is not var (inside, end))
            {
                if (text[start + 1] is '{' or '%' && text[start + 2] is ' ' or '-' or '<' or '%' && _unended++ < MostUnended)
                    context.Report(DiagnosticCatalogue.TemplateLeftover, start, "template code begins here and never ends; it stays as text");
                return start + 2;
            }

            switch (text[start + 1])
            {
                case '#' or ':':
                    return Replace(start, end, "");
                case '%' when inside.Trim() is ['/', '*', .., '*', '/'] shown:
                    return Replace(start, end, $"`{{% {shown[2..^2].Trim()} %}}`");
                case '/':
                    return Replace(start, end, ExcerptMark.IsMark(inside.Trim(' ', '*', '\n')) ? "<!--more-->" : "");
                case '%':
                    return TakeLiquidTag(start, end, inside.Trim().Trim('-').Trim());
                default:
                    return inside is [('<' or '%') and var form, ..]
                        ? TakeHugo(start, end, inside[1..^1].Trim(), form)
                        : TakeOutput(start, end, inside.Trim().Trim('-').Trim());
            }
        }

        private int TakeHugo(int start, int end, string inside, char form)
        {
            if (inside.StartsWith("/*", StringComparison.Ordinal) && inside.EndsWith("*/", StringComparison.Ordinal))
            {
                // Hugo's way to show a shortcode instead of running it.
                var shown = inside[2..^2].Trim();
                return Replace(start, end, form == '<' ? $"`{{{{< {shown} >}}}}`" : $"`{{{{% {shown} %}}}}`");
            }

            var (name, arguments) = Split(inside);
            if (CodeTag.IsOne(name) && start >= _listed.GetValueOrDefault(name) && _tags.Find("{{", name, end) is var (contentEnd, closeEnd))
            {
                if (CodeTag.LastOpening(text, name, end, contentEnd) is not { } last)
                    return Fence(start, end, contentEnd, closeEnd, CodeTag.Language(name, arguments));
                _listed[name] = last; // the end is that of the last one before it
            }

            if (name is "ref" or "relref")
                return Replace(start, end, LinkTo(start, arguments));
            return TakeShortcode(start, end, name, arguments);
        }

        private int TakeLiquidTag(int start, int end, string inside)
        {
            var (name, arguments) = Split(inside);
            switch (name)
            {
                case ['.' or '#', ..]: // a class or an id, in Markdoc
                    return Replace(start, end, "");
                case "highlight" or "codeblock" when _tags.Find("{%", "end" + name, end) is var (contentEnd, closeEnd):
                    return Fence(start, end, contentEnd, closeEnd, arguments);
                case ['m', 'e', 'r', 'm', 'a', 'i', 'd', ..] when _tags.FindPair(start, end, name) is var (contentEnd, closeEnd):
                    return Fence(start, end, contentEnd, closeEnd, "mermaid");
                case "raw" or "verbatim" when _tags.Find("{%", "end" + name, end) is var (contentEnd, closeEnd):
                    Replace(start, end, "");
                    return Replace(contentEnd, closeEnd, "");
                case "comment" when _tags.Find("{%", "endcomment", end) is var (_, closeEnd):
                    return Replace(start, closeEnd, "");
                case "link" when ContentLayout.IsPicture(arguments):
                    return Replace(start, end, "/" + arguments.TrimStart('/'));
                case "post_link":
                    return Replace(start, end, LinkTo(start, arguments, Split(arguments).Arguments.Trim('"', '\'')));
                case "asset_img":
                    return TakeShortcode(start, end, "img", $"\"{Split(arguments).Name}\" alt=\"{Split(arguments).Arguments.Replace("\"", "", StringComparison.Ordinal)}\"");
                case "post_url" or "link":
                    return Replace(start, end, LinkTo(start, arguments));
                case "include" or "include_relative":
                    // Themes have one file for the videos of all providers.
                    var file = ShortcodeArguments.StemOf(Split(arguments).Name);
                    var provider = file is "video" ? ShortcodeArguments.Read(arguments).FirstOrDefault(static item => item.Key is "provider").Value : null;
                    return TakeShortcode(start, end, provider?.ToLowerInvariant() ?? file, Split(arguments).Arguments);
                case "if" or "elsif" or "else" or "endif" or "unless" or "endunless" or "for" or "endfor" or "assign" or "capture"
                    or "endcapture" or "case" or "when" or "endcase" or "set" or "block" or "endblock" or "extends" or "macro" or "endmacro"
                    or "import" or "from" or "break" or "continue" or "cycle" or "increment" or "decrement":
                    return Remove(DiagnosticCatalogue.TemplateLeftover, start, end, $"template code \"{Shorten(inside)}\" removed");
                default:
                    return TakeShortcode(start, end, name, arguments);
            }
        }

        private int TakeOutput(int start, int end, string inside)
        {
            var word = inside.Split('|')[0].Trim();
            var filters = inside.AsSpan(inside.Split('|')[0].Length);
            if (word is ['"' or '\'', .., '"' or '\''] && (filters.IsEmpty || filters.Contains("url", StringComparison.OrdinalIgnoreCase)))
                return Replace(start, end, filters.IsEmpty ? word[1..^1] : "/" + word[1..^1].TrimStart('/'));
            if (word is "site.baseurl" or "site.url" or "base_path" or "site.base_url" or "BASE_PATH")
                return Replace(start, end, "");

            // Zola's way to show a shortcode instead of running it.
            if (inside is ['/', '*', .., '*', '/'])
                return Replace(start, end, $"`{{{{ {inside[2..^2].Trim()} }}}}`");

            // Zola calls its shortcodes like functions.
            return word.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && inside[^1] == ')' && word[..open].All(static c => char.IsAsciiLetterOrDigit(c) || c == '_')
                ? TakeShortcode(start, end, Split(inside).Name, Split(inside).Arguments)
                : Remove(DiagnosticCatalogue.TemplateLeftover, start, end, $"template code \"{Shorten(inside)}\" removed");
        }

        private int TakeShortcode(int start, int end, string name, string arguments)
        {
            if (Known.Contains(name))
            {
                if (_shortcodes.Count == MostShortcodes)
                    throw new TooMuchException($"up to here this text has {MostShortcodes} shortcodes") { Offset = start };
                _shortcodes.Add(Shortcode.Of(name, arguments));
                return Replace(start, end, PairedTag.ApartFromNext(text, start, end, ShortcodeInlineParser.Placeholder(_shortcodes.Count - 1)));
            }

            if (PairedTag.Find(name, arguments) is var (open, close) && start >= _paired.GetValueOrDefault(name) && _tags.FindPair(start, end, name) is var (at, _))
            {
                _closes[at] = close;
                _paired[name] = at;
                return Replace(start, end, PairedTag.InItsLine(text, start, open));
            }

            if (_closes.Remove(start, out var closing))
                return Replace(start, end, PairedTag.InItsLine(text, start, closing));
            if (PairedTag.FindWithText(name, arguments) is { } whole)
                return Replace(start, end, PairedTag.InItsLine(text, start, whole));
            if (Shortcode.Picture(arguments) is { } picture)
            {
                _shortcodes.Add(picture);
                return Replace(start, end, PairedTag.ApartFromNext(text, start, end, ShortcodeInlineParser.Placeholder(_shortcodes.Count - 1)));
            }

            if (Shortcode.FindRecording(arguments) is { } recording)
                return Replace(start, end, PairedTag.ApartFromNext(text, start, end, recording));
            return name.StartsWith('/') || name.StartsWith("end", StringComparison.Ordinal)
                ? Replace(start, end, "")
                : Remove(DiagnosticCatalogue.UnknownShortcode, start, end, $"no shortcode is called \"{Shorten(name)}\"; removed");
        }

        private int Fence(int start, int end, int contentEnd, int closeEnd, string language)
        {
            const string fence = "``````````";
            var named = language.Split(' ').FirstOrDefault(static word => word.StartsWith("lang:", StringComparison.Ordinal));
            var word = named is null ? Split(language).Name : named["lang:".Length..];
            Replace(start, end < text.Length && text[end] == '\n' ? end + 1 : end, $"\n{fence}{word}\n");
            return Replace(contentEnd, closeEnd, $"\n{fence}\n");
        }

        private int Remove(DiagnosticRule rule, int start, int end, string message)
        {
            context.Report(rule, start, message);
            return Replace(start, end, "");
        }

        private int Replace(int start, int end, string replacement)
        {
            _edits.Add(new TextEdit(start, end, replacement));
            return end;
        }

        // In the place of an address it is one; in a sentence the generators print the address, and here it is a link.
        private string LinkTo(int start, string arguments, string words = "")
        {
            var items = ShortcodeArguments.Read(arguments);
            var target = items.Count == 0 ? "" : items[0].Value ?? items[0].Key;
            var address = LinkTarget.NameScheme + Uri.EscapeDataString(target).Replace("%2F", "/", StringComparison.Ordinal).Replace("%23", "#", StringComparison.Ordinal);
            var before = text.AsSpan(0, start).TrimEnd(' ');
            return before is [.., '(' or '"' or '\'' or '<' or '=' or '}'] || before.EndsWith("]:") || target.Length == 0 ? address : $"[{(words.Length == 0 ? target : words)}]({address})";
        }

        private static (string Name, string Arguments) Split(string inside)
        {
            var end = inside.AsSpan().IndexOfAny(" \t\n(");
            return end < 0 ? (inside.ToLowerInvariant(), "")
                : inside[end] == '(' ? (inside[..end].ToLowerInvariant(), inside[(end + 1)..].TrimEnd(')').Trim())
                : (inside[..end].ToLowerInvariant(), inside[(end + 1)..].Trim());
        }

        private static string Shorten(string code) => Cut(code.ReplaceLineEndings(" "));

        private static string Cut(string line) => line.Length <= 40 ? line : line[..40] + "…";
    }
}

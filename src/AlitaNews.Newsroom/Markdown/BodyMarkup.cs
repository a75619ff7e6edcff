using System.Text;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>
/// Reads and writes the markers of stored HTML: U+0002, a name, arguments after U+001F each, U+0003. The only place that knows their form.
/// Control characters are taken out of every source first, so nobody can forge one. Arguments are plain text, not HTML.
/// </summary>
/// <remarks>
/// <list type="table">
/// <item><term><see cref="Claim"/> (id) … /claim</term><description>around inline HTML: a claim named in the text</description></item>
/// <item><term><see cref="Source"/> (id) … /source, <see cref="Topic"/> (id) … /topic</term><description>around inline HTML</description></item>
/// <item><term><see cref="Link"/> (key, fragment) … /link</term><description>an internal link around inline HTML; the key is
/// <c>path:articles/film/x.md</c> (below the content folder; without <c>.md</c> if written so), <c>url:/news/x</c> or <c>name:x</c> (file stem or end of a path);
/// the fragment comes without <c>#</c> and may be empty</description></item>
/// <item><term><see cref="Figure"/> (index)</term><description>one of the figures; block level, or within a line where <c>Figure.Inline</c></description></item>
/// <item><term><see cref="Ad"/> (slot)</term><description>block level</description></item>
/// <item><term><see cref="ClaimCard"/> (id)</term><description>block level</description></item>
/// <item><term><see cref="Timeline"/> (<c>claim</c> or <c>topic</c>, id)</term><description>block level</description></item>
/// <item><term><see cref="Quote"/> (source id, claim id; either may be empty) … /quote</term><description>around <c>&lt;blockquote&gt;</c> and, if
/// there are caveats, <c>&lt;div class="caveat"&gt;</c>; whoever fills the page adds source, claim and the standard caveat</description></item>
/// <item><term><see cref="Known"/> … /known, <see cref="Unknown"/> … /unknown</term><description>around a <c>&lt;section&gt;</c>; left out where the banner shows the same items</description></item>
/// <item><term><see cref="Spoiler"/> … /spoiler</term><description>around a complete <c>&lt;details class="spoiler"&gt;</c>: pages keep what is between,
/// feeds and summaries drop it</description></item>
/// </list>
/// </remarks>
public static class BodyMarkup
{
    /// <summary>A claim named in the text.</summary>
    public const string Claim = "claim";

    /// <summary>A source named in the text.</summary>
    public const string Source = "source";

    /// <summary>A topic named in the text.</summary>
    public const string Topic = "topic";

    /// <summary>An internal link.</summary>
    public const string Link = "link";

    /// <summary>A picture.</summary>
    public const string Figure = "figure";

    /// <summary>An advertisement slot.</summary>
    public const string Ad = "ad";

    /// <summary>A claim as a card.</summary>
    public const string ClaimCard = "claim-card";

    /// <summary>The timeline of a claim or topic.</summary>
    public const string Timeline = "timeline";

    /// <summary>An attributed quotation.</summary>
    public const string Quote = "quote";

    /// <summary>What is known.</summary>
    public const string Known = "known";

    /// <summary>What is unknown.</summary>
    public const string Unknown = "unknown";

    /// <summary>Something that gives away a plot.</summary>
    public const string Spoiler = "spoiler";

    internal const char Start = '\u0002';
    internal const char End = '\u0003';
    private const char Separator = '\u001F';

    /// <summary>An opening, or lone, marker.</summary>
    public static string Open(string name, params ReadOnlySpan<string> arguments)
    {
        var html = new StringBuilder();
        AppendOpen(html, name, arguments);
        return html.ToString();
    }

    /// <summary>The closing marker of a name.</summary>
    public static string Close(string name) => $"{Start}/{name}{End}";

    /// <summary>The runs of text and the markers of stored HTML, in order and without copies.</summary>
    public static BodyParts Read(string html) => new(html);

    internal static void AppendOpen(StringBuilder html, string name, params ReadOnlySpan<string> arguments)
    {
        html.Append(Start).Append(name);
        foreach (var argument in arguments)
        {
            html.Append(Separator);
            foreach (var c in argument)
            {
                if (!char.IsControl(c))
                    html.Append(c);
            }
        }

        html.Append(End);
    }

    /// <summary>Enumerates the parts of stored HTML.</summary>
    public ref struct BodyParts
    {
        private ReadOnlySpan<char> _rest;

        internal BodyParts(ReadOnlySpan<char> html)
        {
            _rest = html;
            Current = default;
        }

        /// <summary>The part the enumeration stands at.</summary>
        public BodyPart Current { get; private set; }

        /// <summary>Itself.</summary>
        public readonly BodyParts GetEnumerator() => this;

        /// <summary>Goes to the next part.</summary>
        public bool MoveNext()
        {
            if (_rest.IsEmpty)
                return false;
            if (_rest[0] == Start && _rest.IndexOf(End) is > 0 and var end)
            {
                Current = new BodyPart(_rest[1..end], isMarker: true);
                _rest = _rest[(end + 1)..];
                return true;
            }

            var next = _rest[1..].IndexOf(Start);
            var length = next < 0 ? _rest.Length : next + 1;
            Current = new BodyPart(_rest[..length], isMarker: false);
            _rest = _rest[length..];
            return true;
        }
    }

    /// <summary>A run of HTML, or a marker.</summary>
    public readonly ref struct BodyPart
    {
        private readonly ReadOnlySpan<char> _content;

        internal BodyPart(ReadOnlySpan<char> content, bool isMarker)
        {
            _content = content;
            IsMarker = isMarker;
        }

        /// <summary>Whether it is a marker.</summary>
        public bool IsMarker { get; }

        /// <summary>The HTML of a run; empty for a marker.</summary>
        public ReadOnlySpan<char> Html => IsMarker ? default : _content;

        /// <summary>The name of a marker, with <c>/</c> before it if it closes; empty for a run.</summary>
        public ReadOnlySpan<char> Name
        {
            get
            {
                if (!IsMarker)
                    return default;
                var end = _content.IndexOf(Separator);
                return end < 0 ? _content : _content[..end];
            }
        }

        /// <summary>An argument of a marker, counted from 0; empty where there is none.</summary>
        public ReadOnlySpan<char> Argument(int index)
        {
            if (!IsMarker)
                return default;
            var rest = _content;
            for (var i = 0; i <= index; i++)
            {
                var separator = rest.IndexOf(Separator);
                if (separator < 0)
                    return default;
                rest = rest[(separator + 1)..];
            }

            var end = rest.IndexOf(Separator);
            return end < 0 ? rest : rest[..end];
        }
    }
}

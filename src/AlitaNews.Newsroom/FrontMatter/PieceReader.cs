using System.Globalization;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>What the parsers of all smaller files have in common: the front matter, the known keys, the id of the file name.</summary>
internal sealed class PieceReader
{
    private readonly FieldNode _fields;

    private PieceReader(SourceFile file, FileParts parts, DiagnosticBag bag, DateReader dates)
    {
        Path = file.Path;
        BodyStart = parts.BodyStart;
        _fields = parts.Fields;
        Values = new ValueReader(bag, dates);
        var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        Stem = dot > 0 ? name[..dot] : name;
        Id = Slug.Of(Stem);
    }

    /// <summary>The path of the file.</summary>
    public string Path { get; }

    /// <summary>The file name without its ending.</summary>
    public string Stem { get; }

    /// <summary>The id: the file name as a slug.</summary>
    public string Id { get; }

    /// <summary>The offset at which the body begins.</summary>
    public int BodyStart { get; }

    /// <summary>Types the values.</summary>
    public ValueReader Values { get; }

    /// <summary>The file name as words.</summary>
    public string StemInWords
    {
        get
        {
            var words = Stem.Replace('-', ' ').Replace('_', ' ').Trim();
            return words.Length == 0 ? Stem : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
        }
    }

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bag">Takes the findings.</param>
    /// <param name="dates">The reader of dates in the site's zone.</param>
    /// <param name="what">What the file describes, for messages: <c>a source</c>.</param>
    /// <param name="keys">The keys it may have.</param>
    /// <returns>The reader; null where the bag is blocked.</returns>
    public static PieceReader? Open(SourceFile file, DiagnosticBag bag, DateReader dates, string what, IReadOnlyList<string> keys)
    {
        var parts = FrontMatterReader.Read(file, bag);
        if (bag.Blocked)
            return null;
        var reader = new PieceReader(file, parts, bag, dates);
        reader.Values.CheckKeys(parts.Fields, what, keys);
        if (reader.Id.Length > 0)
            return reader;
        bag.Add(DiagnosticCatalogue.BadIdentity, TextSpan.FileStart, "the file name has no letter or digit to make an id of", "rename the file");
        return null;
    }

    /// <summary>The value of a key, or null.</summary>
    public FieldNode? this[string key] => _fields.Find(key);

    /// <summary>Text on one line.</summary>
    public string? Line(string key) => Values.Line(this[key], key);

    /// <summary>The address of a picture.</summary>
    public string? Picture(string key)
    {
        var src = Line(key);
        if (src is not null)
            Values.Refer(FieldReferenceKind.Picture, src, this[key]!.Span);
        return src;
    }

    /// <summary>Yes or no; no where nothing is written.</summary>
    public bool Flag(string key) => Values.Flag(this[key], key) == true;

    /// <summary>Addresses on the web.</summary>
    public IReadOnlyList<string> WebAddresses(string key)
    {
        var node = this[key];
        if (node is null or { Kind: FieldKind.Empty })
            return [];
        var addresses = new List<string>();
        foreach (var item in node.Kind == FieldKind.List ? node.Items : [node])
        {
            if (ArticleAddresses.ReadWebAddress(item, Values, key) is { } address)
                addresses.Add(address);
        }

        return addresses;
    }

    /// <summary>An address on the web.</summary>
    public string? WebAddress(string key) => ArticleAddresses.ReadWebAddress(this[key], Values, key);

    /// <summary>The name, else the file name in words with a warning.</summary>
    public string NameOr(string key, out bool written)
    {
        var name = Line(key);
        written = name is not null;
        if (name is null)
            Values.Report(DiagnosticCatalogue.TitleFromFileName, TextSpan.FileStart, $"the file has no \"{key}\"; \"{StemInWords}\" was taken from its name");
        return name ?? StemInWords;
    }

    /// <summary>Text that is Markdown, with its place.</summary>
    public MarkdownField? Markdown(string key) => Values.Text(this[key], key) is { } text ? new MarkdownField(text, this[key]!.Span) : null;
}

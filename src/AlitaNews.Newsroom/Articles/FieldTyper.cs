using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Types the fields of one article: aloud those of its own file, silently those of a folder, whose own file has the findings.</summary>
internal sealed class FieldTyper(ArticleFields fields, DiagnosticBag bag, DateReader dates)
{
    private readonly ValueReader _inherited = new(bag: null, dates);

    /// <summary>The reader of values of this file.</summary>
    public ValueReader Own { get; } = new(bag, dates);

    /// <summary>The reader of dates.</summary>
    public DateReader Dates => dates;

    /// <summary>What the values read so far name; what a folder's default names stands at the start of the file.</summary>
    public IReadOnlyList<FieldReference> References =>
        [.. Own.References, .. _inherited.References.Select(static reference => reference with { Span = TextSpan.FileStart })];

    /// <summary>The reader for the value of a key.</summary>
    public ValueReader For(ArticleKey key) => fields.IsInherited(key) ? _inherited : Own;

    /// <summary>Where the value of a key stands in this file; null where it is not written here.</summary>
    public TextSpan? Where(ArticleKey key) => fields.IsInherited(key) ? null : fields[key]?.Span;

    /// <summary>Text on one line.</summary>
    public string? Line(ArticleKey key) => For(key).Line(fields[key], fields.WrittenKey(key));

    /// <summary>Text.</summary>
    public string? Text(ArticleKey key) => For(key).Text(fields[key], fields.WrittenKey(key));

    /// <summary>Yes or no.</summary>
    public bool? Flag(ArticleKey key) => For(key).Flag(fields[key], fields.WrittenKey(key));

    /// <summary>A whole number.</summary>
    public int? Number(ArticleKey key) => For(key).Number(fields[key], fields.WrittenKey(key));

    /// <summary>Text that may be Markdown, with its place.</summary>
    public MarkdownField? Markdown(ArticleKey key) => Text(key) is { } text ? new MarkdownField(text, fields.IsInherited(key) ? TextSpan.FileStart : fields[key]!.Span) : null;

    /// <summary>The address of a picture.</summary>
    public string? Picture(ArticleKey key)
    {
        var src = Text(key);
        if (src is not null)
            For(key).Refer(FieldReferenceKind.Picture, src, fields[key]!.Span);
        return src;
    }

    /// <summary>The id of a person.</summary>
    public string? Person(ArticleKey key)
    {
        if (Line(key) is not { } text || Slug.Of(text) is not { Length: > 0 } id)
            return null;
        For(key).Refer(FieldReferenceKind.Author, id, fields[key]!.Span);
        return id;
    }
}

using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Reads the lead picture in the many forms other generators have for it: a path, a map, a list of which the first counts.</summary>
internal static class HeroFieldParser
{
    // Where a map keeps the path.
    private static readonly string[] PathKeys = ["src", "image", "path", "url", "file"];

    /// <summary>The picture, or null where none is written.</summary>
    public static HeroField? Parse(ArticleFields fields, FieldTyper typer)
    {
        var node = fields[ArticleKey.Hero];
        if (node is { Kind: FieldKind.List })
            node = node.Items.Count > 0 ? node.Items[0] : null;
        if (node is null or { Kind: FieldKind.Empty } || ValueReader.FindFlag(node) is not null || IsBlank(node))
            return null;
        var values = typer.For(ArticleKey.Hero);
        var place = fields.IsInherited(ArticleKey.Hero) ? TextSpan.FileStart : node.Span;
        var attributes = new List<Field>();
        FieldNode? path = node;
        if (node.Kind == FieldKind.Map)
        {
            path = null;
            foreach (var field in node.Fields)
            {
                if (path is null && !IsBlank(field.Value) && Array.Exists(PathKeys, key => FieldKey.AreEqual(key, field.Key)) && field.Value.Kind == FieldKind.Text)
                    path = field.Value;
                else
                    attributes.Add(field);
            }
        }

        AddUnlessSaid(attributes, "alt", fields[ArticleKey.HeroAlt]);
        AddUnlessSaid(attributes, "caption", fields[ArticleKey.HeroCaption]);
        if (values.Text(path, "hero") is { } src)
        {
            var picture = PictureFields.Read(attributes, values);
            values.Refer(FieldReferenceKind.Picture, src, path!.Span);
            var captionSpan = attributes.Find(static field => FieldKey.AreEqual(field.Key, "caption")) is { } written && !IsInherited(fields, written.Value) ? written.Value.Span : TextSpan.FileStart;
            var caption = picture.Facts.Caption is { Length: > 0 } words ? new MarkdownField(words, captionSpan) : null;
            return new HeroField(src, picture.Facts, picture.Width, picture.Align, fields.IsInherited(ArticleKey.Hero) ? place : path!.Span, caption);
        }

        // Themes write a caption here for a picture that they find by its name, and leave the path empty where there is none.
        if (FieldKey.AreEqual(fields.WrittenKey(ArticleKey.Hero), "hero"))
        {
            PictureFields.Read(attributes, values);
            values.Report(DiagnosticCatalogue.MissingValue, node.Span, "the lead picture has no \"src\"");
        }
        else
            values.Report(DiagnosticCatalogue.UnknownKey, node.Span, $"\"{fields.WrittenKey(ArticleKey.Hero)}\" names no picture; the first of the text is shown");
        return null;
    }

    private static bool IsBlank(FieldNode node) => node.Kind == FieldKind.Text && string.IsNullOrWhiteSpace(node.Text);

    // What a folder's defaults say has no place in this file.
    private static bool IsInherited(ArticleFields fields, FieldNode caption) =>
        fields.IsInherited(caption == fields[ArticleKey.HeroCaption] ? ArticleKey.HeroCaption : ArticleKey.Hero);

    private static void AddUnlessSaid(List<Field> attributes, string key, FieldNode? value)
    {
        if (value is { Kind: FieldKind.Text } && !attributes.Exists(field => FieldKey.AreEqual(field.Key, key)))
            attributes.Add(new Field(key, value.Span, value));
    }
}

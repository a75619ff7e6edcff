using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.Attributes;
using AlitaNews.Newsroom.Markdown.Links;
using AlitaNews.Newsroom.Pictures;

namespace AlitaNews.Newsroom.Markdown.Figures;

/// <summary>A picture while it is put together from what is written around it.</summary>
internal sealed class FigureDraft(BodyContext context)
{
    private readonly PictureFactsParser _facts = new();

    /// <summary>The address.</summary>
    public required string Src { get; init; }

    /// <summary>The alternative text.</summary>
    public string Alt { get; set; } = "";

    /// <summary>The caption, finished HTML, or null.</summary>
    public string? CaptionHtml { get; set; }

    /// <summary>Where the picture links to, as written.</summary>
    public string? Link { get; init; }

    /// <summary>Where it is written, in the prepared text.</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, in the prepared text.</summary>
    public required int End { get; init; }

    /// <summary>Reads attributes in braces, or those of the block around it.</summary>
    public void Read(AttachedAttributes? attributes)
    {
        if (attributes is null)
            return;
        foreach (var item in attributes.Items)
        {
            switch (_facts.Read(item.Key, item.Value))
            {
                case PictureKeyResult.UnknownKey:
                    AttributeReport.Unknown(context, attributes, item, "a picture", PictureFactsParser.Keys);
                    break;
                case PictureKeyResult.UnknownValue:
                    AttributeReport.UnknownValue(context, attributes, item, PictureFactsParser.ValuesOf(item.Key));
                    break;
            }
        }
    }

    /// <summary>Reads one fact that is written in another form.</summary>
    public void Read(string key, string? value)
    {
        if (value is { Length: > 0 })
            _facts.Read(key, value);
    }

    /// <summary>Adds the picture to the body and returns its marker.</summary>
    public string Finish(bool inline)
    {
        var facts = _facts.Facts;
        var alt = facts.Alt ?? Alt;
        var host = MediaPaths.FindForeignHost(Src);
        Report(host, alt, facts);
        var span = context.SpanOf(Start, End);
        if (facts.Claim is { Length: > 0 } claim)
            context.Refer(ReferenceKind.Claim, claim, Start, End);
        if (host is null)
            context.Refer(ReferenceKind.Picture, Src, Start, End);
        var figure = new Figure
        {
            Src = Src,
            Candidates = MediaPaths.List(context.Path, Src, context.Settings.MediaRoots),
            ForeignHost = host,
            Alt = alt,
            CaptionHtml = CaptionHtml ?? (facts.Caption is { Length: > 0 } caption ? CaptionReader.Read(context, caption, Start, End) : null),
            Facts = facts,
            Width = _facts.Width,
            Align = _facts.Align,
            Inline = inline,
            Link = SafeLink(),
            Span = span,
        };
        return BodyMarkup.Open(BodyMarkup.Figure, context.Show(figure, Start).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private void Report(string? host, string alt, PictureFacts facts)
    {
        if (host is not null)
        {
            context.Report(
                DiagnosticCatalogue.ForeignPicture,
                Start,
                $"this picture lies at {host}; readers get a link instead",
                "put a copy into the folder of the article or into media/");
        }

        if (alt.Length == 0 && facts.Decorative != true)
        {
            context.Report(
                DiagnosticCatalogue.MissingAlt,
                Start,
                "this picture has no alternative text",
                "say in the square brackets what it shows, or mark it {decorative}");
        }
    }

    // The small picture leads to the large one beside it, which is served under its whole path.
    private string LargePicture(string key)
    {
        context.Refer(ReferenceKind.Link, key, Start, End);
        var path = key["path:".Length..];
        return "/media/" + (path.StartsWith("media/", StringComparison.Ordinal) ? path["media/".Length..] : path).Replace(" ", "%20", StringComparison.Ordinal);
    }

    private string? SafeLink()
    {
        if (Link is null)
            return null;
        var target = LinkTarget.Read(Link, context.Path);
        return target.Kind switch
        {
            LinkKind.External => target.Value,
            LinkKind.Internal when target.Value.StartsWith("url:/", StringComparison.Ordinal) => target.Value["url:".Length..],
            LinkKind.Internal when target.Value.StartsWith("path:", StringComparison.Ordinal) && ContentLayout.IsPicture(target.Value) => LargePicture(target.Value),
            _ => null,
        };
    }
}

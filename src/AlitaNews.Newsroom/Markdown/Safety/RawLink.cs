using AlitaNews.Newsroom.Markdown.Links;

namespace AlitaNews.Newsroom.Markdown.Safety;

/// <summary>Links to pages of the site, claims, sources and topics that are written as HTML mean what they mean in Markdown.</summary>
internal static class RawLink
{
    /// <summary>Writes the marker of a link that depends on another file.</summary>
    /// <returns>Whether the tag is one.</returns>
    public static bool TryOpen(BodyWriter writer, HtmlToken tag, int offset)
    {
        if (tag.Find("href") is not { Length: > 0 } href)
            return false;
        var target = LinkTarget.Read(href, writer.Context.Path, writer.Context.Settings.OwnName).OrList(writer.Context.Settings.ArticleRoot);
        var (kind, marker) = target.Kind switch
        {
            LinkKind.Claim => (ReferenceKind.Claim, BodyMarkup.Claim),
            LinkKind.Source => (ReferenceKind.Source, BodyMarkup.Source),
            LinkKind.Topic => (ReferenceKind.Topic, BodyMarkup.Topic),
            LinkKind.Internal => (ReferenceKind.Link, BodyMarkup.Link),
            _ => (default, ""),
        };
        if (marker.Length == 0 || target.Value.Length == 0 || !writer.Raw.TryOpen("a", writer.Part(BodyMarkup.Close(marker))))
            return false;
        writer.Context.Refer(kind, target.Value, offset);
        writer.Own(marker == BodyMarkup.Link ? BodyMarkup.Open(marker, target.Value, target.Fragment) : BodyMarkup.Open(marker, target.Value));
        return true;
    }
}

using AlitaNews.Newsroom.Markdown.Safety;

namespace AlitaNews.Newsroom.Markdown.Figures;

/// <summary>Pictures that are written as HTML.</summary>
internal static class HtmlFigure
{
    private static readonly HashSet<string> Wrappers = ["p", "div", "center", "a", "figure", "figcaption", "picture", "source", "span", "br", "em", "i", "b", "strong"];

    /// <summary>The pictures of a block that holds nothing else but a caption.</summary>
    public static HtmlFigureParts? Find(List<HtmlToken> tokens)
    {
        var images = new List<HtmlToken>();
        var caption = new List<HtmlToken>();
        string? link = null;
        var inCaption = false;
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case HtmlTokenKind.Open when token.Text == "img":
                    images.Add(token);
                    break;
                case HtmlTokenKind.Open when !Wrappers.Contains(token.Text):
                    return null;
                case HtmlTokenKind.Open when token.Text == "figcaption":
                    inCaption = true;
                    break;
                case HtmlTokenKind.Open when token.Text == "a" && !inCaption && images.Count == 0:
                    link = token.Find("href");
                    break;
                case HtmlTokenKind.Close when token.Text == "figcaption":
                    inCaption = false;
                    break;
                case HtmlTokenKind.Text when !inCaption && !string.IsNullOrWhiteSpace(token.Text):
                    return null;
                case HtmlTokenKind.Other:
                    return null;
                default:
                    if (inCaption)
                        caption.Add(token);
                    break;
            }
        }

        return images.Count == 0 ? null : new HtmlFigureParts(images, caption, link);
    }

    /// <summary>Writes the pictures.</summary>
    public static void Write(BodyWriter writer, HtmlFigureParts parts, Func<int, int> locate)
    {
        var caption = writer.Expand(writer.Capture(() => RawHtmlWriter.WriteTokens(writer, parts.Caption, locate))).Trim();
        for (var i = 0; i < parts.Images.Count; i++)
        {
            var draft = Draft(writer.Context, parts.Images[i], locate(parts.Images[i].Offset), parts.Link);
            if (caption.Length > 0 && i == parts.Images.Count - 1)
                draft.CaptionHtml = caption;
            writer.Own(draft.Finish(inline: false) + "\n");
        }
    }

    /// <summary>A picture from its tag.</summary>
    public static FigureDraft Draft(BodyContext context, HtmlToken image, int offset, string? link = null)
    {
        var draft = new FigureDraft(context)
        {
            Src = (image.Find("src") ?? image.Find("data-src") ?? "").Trim(),
            Alt = image.Find("alt") ?? "",
            Link = link,
            Start = offset,
            End = offset + 1,
        };

        // In HTML an empty alt says that the picture is decorative; without the attribute nothing is said.
        if (image.Find("alt") is "")
            draft.Read("decorative", "true");
        return draft;
    }
}

/// <summary>What a block of HTML with pictures says.</summary>
internal sealed record HtmlFigureParts(IReadOnlyList<HtmlToken> Images, IReadOnlyList<HtmlToken> Caption, string? Link);

using AlitaNews.Store.Articles;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Articles;
using AlitaNews.Web.Layout;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AlitaNews.Web.Pictures;

/// <summary>A picture with its kind in words, caption, credit and licence. Nothing where there is no picture.</summary>
[HtmlTargetElement("news-figure", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NewsFigureTagHelper(CurrentFrame frame) : TagHelper
{
    /// <summary>The picture.</summary>
    public ShownPicture? Picture { get; set; }

    /// <summary>What the markers of its caption stand for.</summary>
    public BodyMaterial Material { get; set; } = BodyMaterial.None;

    /// <summary>How wide the layout shows it, as the <c>sizes</c> attribute says it.</summary>
    public string Sizes { get; set; } = FigureMarkup.ColumnSizes;

    /// <summary>Whether it is the page's first picture.</summary>
    public bool First { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Picture is not { } picture)
            return;
        var caption = picture.CaptionHtml is { } stored ? FilledText.Of(StoryBody.Fill(stored, Material, BodyUse.OnPage(frame.Frame))) : null;
        FigureMarkup.AppendFigure(output.Content, picture with { CaptionHtml = caption }, Sizes, First);
    }
}

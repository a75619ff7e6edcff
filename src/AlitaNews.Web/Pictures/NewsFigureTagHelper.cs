using AlitaNews.Store.Pictures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AlitaNews.Web.Pictures;

/// <summary>A picture with its kind in words, caption, credit and licence. Nothing where there is no picture.</summary>
[HtmlTargetElement("news-figure", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NewsFigureTagHelper : TagHelper
{
    /// <summary>The picture.</summary>
    public ShownPicture? Picture { get; set; }

    /// <summary>How wide the layout shows it, as the <c>sizes</c> attribute says it.</summary>
    public string Sizes { get; set; } = FigureMarkup.ColumnSizes;

    /// <summary>Whether it is the page's first picture.</summary>
    public bool First { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Picture is not { } picture)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("data-kind", picture.Kind);
        if (picture.Room != "normal")
            output.Attributes.SetAttribute("data-width", picture.Room);
        if (picture.Side is { } side)
            output.Attributes.SetAttribute("data-align", side);
        FigureMarkup.AppendShot(output.Content, picture, Sizes, First);
        FigureMarkup.AppendCaption(output.Content, picture);
    }
}

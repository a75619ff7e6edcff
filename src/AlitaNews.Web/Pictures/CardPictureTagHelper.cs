using AlitaNews.Store.Pictures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AlitaNews.Web.Pictures;

/// <summary>A picture on a card: bare, with its badge; the card's headline is the link.</summary>
[HtmlTargetElement("card-picture", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CardPictureTagHelper : TagHelper
{
    /// <summary>The picture; it has an address.</summary>
    public required ShownPicture Picture { get; set; }

    /// <summary>How wide the card shows it; null: as small as a stamp.</summary>
    public string? Sizes { get; set; } = FigureMarkup.ColumnSizes;

    /// <summary>Whether it is the page's first picture.</summary>
    public bool First { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        FigureMarkup.AppendPicture(output.Content, Picture, Sizes, First);
        FigureMarkup.AppendBadge(output.Content, Picture);
    }
}

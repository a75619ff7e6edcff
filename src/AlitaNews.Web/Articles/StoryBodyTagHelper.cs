using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Web.Layout;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AlitaNews.Web.Articles;

/// <summary>A stored body on its page.</summary>
[HtmlTargetElement("story-body", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StoryBodyTagHelper(CurrentFrame frame) : TagHelper
{
    /// <summary>The body as stored.</summary>
    public string Html { get; set; } = "";

    /// <summary>What its markers stand for.</summary>
    public BodyMaterial Material { get; set; } = BodyMaterial.None;

    /// <summary>The claim whose banner stands above, or null.</summary>
    public ClaimSummary? Banner { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var use = BodyUse.OnPage(frame.Frame, bannerShowsLists: Banner is not null);
        output.Content.SetHtmlContent(StoryBody.Fill(Html, Material, use));
    }
}

using AlitaNews.Newsroom.Claims;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AlitaNews.Web.Claims;

/// <summary>The label of a state: a word, a shape and a colour. Nothing where there is no word.</summary>
[HtmlTargetElement("status-label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusLabelTagHelper : TagHelper
{
    /// <summary>The state.</summary>
    public ClaimDisplay Display { get; set; }

    /// <summary>The folded status behind an overdue claim.</summary>
    public ClaimStatus? Status { get; set; }

    /// <summary>The words, where the caller's rules chose them; null: the state's own.</summary>
    public string? Words { get; set; }

    /// <summary>Whether it stands with a page's headline.</summary>
    public bool Large { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((Words ?? VerdictWords.Label(Display, Status)) is not { } words)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Large ? "label label-large" : "label");
        output.Attributes.SetAttribute("data-label", Display.Word());
        output.Content.SetContent(words);
    }
}

using AlitaNews.Newsroom.Claims;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AlitaNews.Web.Layout;

/// <summary>A day as readers see it, in the site's zone, with the exact instant for machines. Never "two hours ago": a cached page would lie.</summary>
[HtmlTargetElement("local-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LocalTimeTagHelper(CurrentFrame frame) : TagHelper
{
    /// <summary>The instant.</summary>
    public DateTimeOffset At { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Instants.Machine(At));
        output.Content.SetContent(VerdictWords.Day(frame.Frame.Zone.DayOf(At)));
    }
}

using AlitaNews.Newsroom.Search;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AlitaNews.Web.Search;

/// <summary>A snippet with its marks, on one line: blanks between the runs would part words.</summary>
[HtmlTargetElement("search-snippet", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SearchSnippetTagHelper : TagHelper
{
    /// <summary>The snippet.</summary>
    public Snippet Of { get; set; } = new([], CutBefore: false, CutAfter: false);

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var html = output.Content;
        html.Append(Of.CutBefore ? "… " : "");
        foreach (var run in Of.Runs)
        {
            if (run.Marked)
                html.AppendHtml("<mark>").Append(run.Text).AppendHtml("</mark>");
            else
                html.Append(run.Text);
        }

        html.Append(Of.CutAfter ? " …" : "");
    }
}

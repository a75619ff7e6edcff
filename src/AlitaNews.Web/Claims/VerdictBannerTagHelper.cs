using System.Text.Encodings.Web;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Claims;
using AlitaNews.Web.Layout;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AlitaNews.Web.Claims;

/// <summary>The banner right after a headline, in words: status, who says so, what is known and unknown, what moved, when it was due, and the claim.</summary>
[HtmlTargetElement("verdict-banner", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VerdictBannerTagHelper : TagHelper
{
    /// <summary>What the article shows of its primary claim.</summary>
    public Verdict Verdict { get; set; } = Verdict.None;

    /// <summary>The claim; null: no banner.</summary>
    public ClaimSummary? Claim { get; set; }

    /// <summary>Whether it stands on the claim's own page, which tells elsewhere who says so and what is known.</summary>
    public bool Brief { get; set; }

    /// <summary>The language of the claim where it is not that of the site, or null.</summary>
    public string? Language { get; set; }

    /// <summary>The language of the site, in which the banner speaks.</summary>
    public string SiteLanguage { get; set; } = "en";

    // What the claim itself says, inside words that are the site's.
    private string OfClaim => Language is null ? "" : $" lang=\"{HtmlEncoder.Default.Encode(Language)}\" dir=\"{Directions.Of(Language)}\"";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Claim is not { } claim || Verdict.Display == ClaimDisplay.None)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "aside";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("data-banner", Verdict.Display.Word());
        output.Attributes.SetAttribute("aria-label", "Status of the main claim");
        if (Language is not null)
        {
            output.Attributes.SetAttribute("lang", SiteLanguage);
            output.Attributes.SetAttribute("dir", Directions.Of(SiteLanguage));
        }

        WriteSentence(output.Content);
        if (Verdict.Moved is { } moved)
            WriteParagraph(output.Content, "banner-moved", moved);
        if (Brief)
            return;
        WriteParagraph(output.Content, "banner-who", VerdictWords.WhoSaysSo([.. claim.Voices.Select(static voice => (voice.Name, voice.Role))]));
        WriteLists(output.Content, claim);
        output.Content.AppendHtml("<p class=\"banner-foot\">The claim: <a href=\"/claims/").Append(Uri.EscapeDataString(claim.Id)).AppendHtml($"\"{OfClaim}>")
            .Append(claim.Text).AppendHtml("</a></p>");
    }

    // "Did not happen" is said once: where the due sentence ends in the state's own words, those carry the weight.
    private void WriteSentence(TagHelperContent html)
    {
        var state = VerdictWords.Alone(Verdict.Display) + ".";
        html.AppendHtml("<p class=\"banner-say glyph\" data-state=\"").Append(Verdict.Display.Word()).AppendHtml("\"><span>");
        if (Verdict.Due is { } due && due.EndsWith(state, StringComparison.Ordinal))
            html.Append(due[..^state.Length]).AppendHtml("<strong>").Append(state).AppendHtml("</strong>");
        else
            html.AppendHtml("<strong>").Append(state).AppendHtml("</strong> ").Append(Explain());
        html.AppendHtml("</span></p>");
    }

    private string Explain() => Verdict.Display == ClaimDisplay.Overdue && Verdict.Due is { } due
        ? due
        : string.Join(' ', new[] { VerdictWords.Meaning(Verdict.Display), Verdict.Due }.Where(static sentence => sentence is not null));

    private void WriteLists(TagHelperContent html, ClaimSummary claim)
    {
        if (claim.Known.Count + claim.Unknown.Count == 0)
            return;
        html.AppendHtml("<div class=\"ledger-pair\">");
        WriteList(html, "known", "What is known", claim.Known);
        WriteList(html, "unknown", "What is not known", claim.Unknown);
        html.AppendHtml("</div>");
    }

    private void WriteList(TagHelperContent html, string name, string title, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;
        html.AppendHtml($"<div class=\"{name}\"><h2>").Append(title).AppendHtml($"</h2><ul{OfClaim}>");
        foreach (var item in items)
            html.AppendHtml("<li>").Append(item).AppendHtml("</li>");
        html.AppendHtml("</ul></div>");
    }

    private static void WriteParagraph(TagHelperContent html, string name, string text) =>
        html.AppendHtml($"<p class=\"{name}\">").Append(text).AppendHtml("</p>");
}

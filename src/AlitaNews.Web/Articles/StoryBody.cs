using System.Globalization;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Store.Articles;
using AlitaNews.Web.Pictures;
using Microsoft.AspNetCore.Html;

namespace AlitaNews.Web.Articles;

/// <summary>
/// Fills the markers of one stored body with what is true today. The stored text holds no status and no address of other pieces;
/// this is where they enter. Used once.
/// </summary>
public sealed class StoryBody
{
    private readonly BodyMaterial _material;
    private readonly BodyUse _use;
    private readonly HtmlContentBuilder _html = new();
    private readonly Stack<string> _closings = new();
    private string? _skippedUntil;

    private StoryBody(BodyMaterial material, BodyUse use)
    {
        _material = material;
        _use = use;
    }

    /// <summary>The body, ready to be written.</summary>
    /// <param name="html">The body as stored.</param>
    /// <param name="material">What its markers stand for.</param>
    /// <param name="use">Where it is written to.</param>
    public static IHtmlContent Fill(string html, BodyMaterial material, BodyUse use)
    {
        var body = new StoryBody(material, use);
        foreach (var part in BodyMarkup.Read(html))
        {
            if (part.IsMarker)
                body.Take(part.Name.ToString(), part.Argument(0).ToString(), part.Argument(1).ToString());
            else if (body._skippedUntil is null)
                body._html.AppendHtml(part.Html.ToString());
        }

        return body._html;
    }

    private void Take(string name, string first, string second)
    {
        if (_skippedUntil is not null)
        {
            if (name == _skippedUntil)
                _skippedUntil = null;
            return;
        }

        switch (name)
        {
            case BodyMarkup.Claim:
                OpenClaim(first);
                break;
            case BodyMarkup.Source:
                OpenLink(_material.Sources.ContainsKey(first) ? $"/sources/{first}" : null);
                break;
            case BodyMarkup.Topic:
                OpenLink(_material.Topics.ContainsKey(first) ? $"/topics/{first}" : null);
                break;
            case BodyMarkup.Link:
                OpenLink(_material.Links.TryGetValue(first, out var address) ? second.Length == 0 ? address : $"{address}#{second}" : null);
                break;
            case BodyMarkup.Figure:
                AppendFigure(int.Parse(first, CultureInfo.InvariantCulture));
                break;
            case BodyMarkup.Ad when _use.Ads:
                _html.AppendHtml("<aside aria-label=\"Advertisement\" data-slot=\"").Append(first).AppendHtml("\"></aside>\n");
                break;
            case BodyMarkup.ClaimCard when _material.Claims.TryGetValue(first, out var claim):
                ClaimBlocks.AppendCard(_html, claim, _material.Sources, _use.Origin);
                break;
            case BodyMarkup.Timeline when _material.Timelines.TryGetValue($"{first}:{second}", out var changes):
                ClaimBlocks.AppendTimeline(_html, changes, _use);
                break;
            case BodyMarkup.Quote:
                _html.AppendHtml("<figure class=\"quote\">\n");
                _closings.Push(QuoteEnd(first));
                break;
            case BodyMarkup.Known or BodyMarkup.Unknown when _use.BannerShowsLists:
            case BodyMarkup.Spoiler when !_use.Spoilers:
                _skippedUntil = "/" + name;
                break;
            case BodyMarkup.Known or BodyMarkup.Unknown or BodyMarkup.Spoiler:
                _closings.Push("");
                break;
            default:
                if (name.StartsWith('/') && _closings.TryPop(out var closing))
                    _html.AppendHtml(closing);
                break;
        }
    }

    private void OpenClaim(string id)
    {
        if (!_material.Claims.TryGetValue(id, out var claim))
        {
            OpenLink(null);
            return;
        }

        _html.AppendHtml("<a data-claim=\"").Append(claim.Id).AppendHtml("\" data-claim-status=\"").Append(claim.Display.Word())
            .AppendHtml("\" href=\"").Append($"{_use.Origin}/claims/{claim.Id}").AppendHtml("\">");
        _closings.Push($"<span class=\"visually-hidden\"> ({VerdictWords.InText(claim.Display)})</span></a>");
    }

    // A dead link is plain text: its words stay.
    private void OpenLink(string? address)
    {
        if (address is not null)
            _html.AppendHtml("<a href=\"").Append(_use.Origin + address).AppendHtml("\">");
        _closings.Push(address is null ? "" : "</a>");
    }

    private void AppendFigure(int index)
    {
        if (index < 0 || index >= _material.Figures.Count)
            return;
        var picture = _material.Figures[index];
        if (picture.Spoiler && !_use.Spoilers)
            return;
        if (picture.Inline)
        {
            FigureMarkup.AppendPicture(_html, picture, FigureMarkup.ColumnSizes, first: false);
            return;
        }

        FigureMarkup.AppendFigure(_html, picture with { CaptionHtml = Caption(picture.CaptionHtml) }, FigureMarkup.ColumnSizes, first: false);
    }

    private string? Caption(string? stored) => stored is null ? null : FilledText.Of(Fill(stored, _material, _use));

    private string QuoteEnd(string source)
    {
        if (!_material.Sources.TryGetValue(source, out var said))
            return "</figure>\n";
        var end = new HtmlContentBuilder();
        end.AppendHtml("<figcaption><a href=\"").Append($"{_use.Origin}/sources/{said.Id}").AppendHtml("\">").Append(said.Name).AppendHtml("</a>");
        if (said.Anonymous)
            end.AppendHtml(" <span class=\"caveat\">").Append("We do not name this source, and we could not check what it says.").AppendHtml("</span>");
        return FilledText.Of(end.AppendHtml("</figcaption></figure>\n"));
    }
}

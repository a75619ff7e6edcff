using System.Net;
using System.Text;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Claims;

namespace AlitaNews.Web.Cards;

/// <summary>A claim's state as a small drawing for other sites to show: the site's name, the glyph and the word. It says in words what it shows in colour.</summary>
public static class ClaimBadge
{
    private const double LetterWidth = 7.4;
    private const int Height = 28;
    private const int Padding = 10;
    private const int Glyph = 12;

    /// <summary>Draws a badge as SVG, in UTF-8. No script, no style, nothing from elsewhere.</summary>
    public static byte[] Draw(ClaimSummary claim, string site)
    {
        var word = VerdictWords.Label(claim.Display, claim.Status) ?? VerdictWords.Alone(claim.Display).ToUpperInvariant();
        var siteWidth = WidthOf(site);
        var wordWidth = WidthOf(word);
        var stampLeft = siteWidth + (2 * Padding);
        var stampWidth = wordWidth + Glyph + 6 + (2 * Padding);
        var name = WebUtility.HtmlEncode($"{site}: {word} – {claim.Text}");
        var colour = StampShapes.WordColour(claim.Display);
        var glyph = StampShapes.Glyph(claim.Display, stampLeft + Padding, (Height - Glyph) / 2.0, Glyph, colour);
        var frame = StampShapes.Frame(claim.Display, stampLeft, 3, stampWidth, Height - 6, 1.5);
        return Encoding.UTF8.GetBytes(StampShapes.Svg($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{stampLeft + stampWidth + 3}" height="{Height}" role="img" aria-label="{name}"><title>{name}</title>
            <rect width="100%" height="100%" fill="{StampShapes.Paper}"/>
            {frame}{glyph}
            <g font-family="'Public Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif" font-size="12" font-weight="700">
            <text x="{Padding}" y="18.3" fill="{StampShapes.Ink}" textLength="{siteWidth}" lengthAdjust="spacingAndGlyphs">{WebUtility.HtmlEncode(site)}</text>
            <text x="{stampLeft + Padding + Glyph + 6}" y="18.3" fill="{colour}" textLength="{wordWidth}" lengthAdjust="spacingAndGlyphs">{word}</text></g></svg>
            """));
    }

    private static double WidthOf(string text) => Math.Round(new System.Globalization.StringInfo(text).LengthInTextElements * LetterWidth);
}

using System.Globalization;
using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Web.Cards;

/// <summary>
/// The states as shapes, for pictures that no style sheet reaches: the same words, borders, glyphs and colours as <c>status-label.css</c> gives
/// them on light paper. Open accounts are outlined, settled ones are solid, void ones are ruled beneath.
/// </summary>
public static class StampShapes
{
    /// <summary>The paper of the site.</summary>
    public const string Paper = "#f2f8f1";

    /// <summary>Its ink.</summary>
    public const string Ink = "#15211a";

    /// <summary>Ink for what matters less.</summary>
    public const string SoftInk = "#45544b";

    private const string OnState = "#f8fbf7";

    /// <summary>The colour of a state.</summary>
    public static string Colour(ClaimDisplay display) => display switch
    {
        ClaimDisplay.Rumour => "#7c5000",
        ClaimDisplay.Unverified => "#185a89",
        ClaimDisplay.Confirmed => "#10602d",
        ClaimDisplay.Partly => "#005f5f",
        ClaimDisplay.Debunked => "#a51e21",
        ClaimDisplay.Missed => "#6e3041",
        ClaimDisplay.Overdue => "#9d4000",
        ClaimDisplay.Superseded => "#485269",
        ClaimDisplay.Disputed => "#732f87",
        _ => "#4e5852",
    };

    /// <summary>The colour of words and glyph: on a solid stamp the paper's, else the state's.</summary>
    public static string WordColour(ClaimDisplay display) => IsSolid(display) ? OnState : Colour(display);

    /// <summary>The frame of a stamp, as SVG.</summary>
    public static string Frame(ClaimDisplay display, double x, double y, double width, double height, double line)
    {
        var colour = Colour(display);
        var half = line / 2;
        string Box(double inset, double stroke, string more) => Svg(
            $"""<rect x="{x + inset}" y="{y + inset}" width="{width - (2 * inset)}" height="{height - (2 * inset)}" fill="none" stroke="{colour}" stroke-width="{stroke:0.##}"{more}/>""");
        return display switch
        {
            ClaimDisplay.Withdrawn or ClaimDisplay.Superseded => Svg($"""<rect x="{x}" y="{y + height - line}" width="{width}" height="{line}" fill="{colour}"/>"""),
            ClaimDisplay.Disputed => Box(half, line, "") + Box(line * 2.5, line, ""),
            ClaimDisplay.Unverified => Box(half, line * 1.2, Svg($" stroke-dasharray=\"0 {line * 2.2:0.##}\" stroke-linecap=\"round\"")),
            _ when IsSolid(display) => Svg($"""<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}"/>"""),
            _ => Box(half, line, Svg($" stroke-dasharray=\"{line * 3.2:0.##} {line * 2.2:0.##}\"")),
        };
    }

    /// <summary>The glyph of a state, as SVG.</summary>
    public static string Glyph(ClaimDisplay display, double x, double y, double size, string colour)
    {
        var ring = Svg($"""<circle cx=".5" cy=".5" r=".43" fill="none" stroke="{colour}" stroke-width=".14"/>""");
        string Shape(string points) => $"""<polygon points="{points}" fill="{colour}"/>""";
        var drawing = display switch
        {
            ClaimDisplay.Rumour => $"""<circle cx=".5" cy=".5" r=".42" fill="none" stroke="{colour}" stroke-width=".17" stroke-dasharray="0 .2932" stroke-linecap="round"/>""",
            ClaimDisplay.Unverified => ring + $"""<circle cx=".5" cy=".5" r=".18" fill="{colour}"/>""",
            ClaimDisplay.Confirmed => Shape("0,.54 .17,.37 .38,.58 .83,.08 1,.24 .39,.93"),
            ClaimDisplay.Partly => ring + $"""<path d="M.07 .5a.43 .43 0 0 0 .86 0z" fill="{colour}"/>""",
            ClaimDisplay.Debunked => Shape(".18,.02 .5,.34 .82,.02 .98,.18 .66,.5 .98,.82 .82,.98 .5,.66 .18,.98 .02,.82 .34,.5 .02,.18"),
            ClaimDisplay.Missed => ring + $"""<path d="M.2 .8L.8 .2" stroke="{colour}" stroke-width=".15"/>""",
            ClaimDisplay.Withdrawn => Shape("0,.4 1,.4 1,.6 0,.6"),
            ClaimDisplay.Overdue => Shape(".06,0 .94,0 .94,.16 .6,.5 .94,.84 .94,1 .06,1 .06,.84 .4,.5 .06,.16"),
            ClaimDisplay.Superseded => Shape("0,.05 .18,.05 .52,.5 .18,.95 0,.95 .34,.5") + Shape(".46,.05 .64,.05 .98,.5 .64,.95 .46,.95 .8,.5"),
            ClaimDisplay.Disputed => $"""<path d="M.44 0a.38 .38 0 0 0 0 .76zM.56 .24a.38 .38 0 0 1 0 .76z" fill="{colour}"/>""",
            _ => "",
        };
        return Svg($"""<g transform="translate({x} {y}) scale({size})">{drawing}</g>""");
    }

    /// <summary>The frame of the stamp on what the paper took back: the heaviest there is.</summary>
    public static string RetractedFrame(double x, double y, double width, double height, double line) => Svg(
        $"""<rect x="{x + line}" y="{y + line}" width="{width - (2 * line)}" height="{height - (2 * line)}" fill="none" stroke="{Colour(ClaimDisplay.Debunked)}" stroke-width="{2 * line}"/>""");

    /// <summary>Its glyph: an arrow that leads back.</summary>
    public static string RetractedGlyph(double x, double y, double size) => Svg(
        $"""<polygon transform="translate({x} {y}) scale({size})" points="0,.5 .48,.04 .48,.33 1,.33 1,.67 .48,.67 .48,.96" fill="{Colour(ClaimDisplay.Debunked)}"/>""");

    /// <summary>Text with numbers as SVG wants them.</summary>
    internal static string Svg(FormattableString markup) => markup.ToString(CultureInfo.InvariantCulture);

    private static bool IsSolid(ClaimDisplay display) => display is ClaimDisplay.Confirmed or ClaimDisplay.Partly or ClaimDisplay.Debunked or ClaimDisplay.Missed;
}

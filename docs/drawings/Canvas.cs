using System.Globalization;
using System.Text;
using NetVips;

namespace AlitaNews.Drawings;

/// <summary>A sheet of 1600 × 900 on which a drawing is put down as SVG, bottom layer first, and then turned into a JPEG.</summary>
internal sealed class Canvas
{
    public const double Width = 1600;
    public const double Height = 900;

    private readonly StringBuilder _defs = new();
    private readonly StringBuilder _body = new();
    private int _names;
    private uint _state;

    /// <param name="seed">Starts the sheet's own row of numbers, so that every run draws the same picture.</param>
    public Canvas(uint seed)
    {
        _state = seed;
        Define($"<filter id='soft' filterUnits='userSpaceOnUse' x='-200' y='-200' width='2000' height='1300'><feGaussianBlur stdDeviation='3'/></filter>");
        Define($"<filter id='glow' filterUnits='userSpaceOnUse' x='-200' y='-200' width='2000' height='1300'><feGaussianBlur stdDeviation='14'/></filter>");
        Define($"<filter id='haze' filterUnits='userSpaceOnUse' x='-200' y='-200' width='2000' height='1300'><feGaussianBlur stdDeviation='60'/></filter>");
    }

    /// <summary>The next number of the row, from <paramref name="low"/> up to <paramref name="high"/>. Not the framework's: its algorithm may change.</summary>
    public double Next(double low, double high)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return low + (high - low) * (_state / (double)uint.MaxValue);
    }

    public void Draw(FormattableString svg) => _body.AppendLine(FormattableString.Invariant(svg));

    public void Define(FormattableString svg) => _defs.AppendLine(FormattableString.Invariant(svg));

    /// <summary>Fills the sheet from top to bottom; each stop is a height in percent and a colour.</summary>
    public void Sky(params (double At, string Colour)[] stops) =>
        Draw($"<rect width='{Width}' height='{Height}' fill='{Vertical(stops)}'/>");

    /// <summary>A gradient from top to bottom of whatever it fills; returns what to write into <c>fill</c>.</summary>
    public string Vertical(params (double At, string Colour)[] stops)
    {
        string name = NextName();
        Define($"<linearGradient id='{name}' x1='0' y1='0' x2='0' y2='1'>{Stops(stops)}</linearGradient>");
        return $"url(#{name})";
    }

    /// <summary>A gradient from left to right in the sheet's own coordinates, for strokes that have no width of their own.</summary>
    public string Across(double from, double to, params (double At, string Colour)[] stops)
    {
        string name = NextName();
        Define($"<linearGradient id='{name}' gradientUnits='userSpaceOnUse' x1='{from}' y1='0' x2='{to}' y2='0'>{Stops(stops)}</linearGradient>");
        return $"url(#{name})";
    }

    /// <summary>Light that fades out around a point.</summary>
    public void Glow(double x, double y, double rx, double ry, string colour, double strength)
    {
        string name = NextName();
        Define($"<radialGradient id='{name}'><stop offset='0' stop-color='{colour}' stop-opacity='{strength}'/><stop offset='.22' stop-color='{colour}' stop-opacity='{strength * 0.62}'/><stop offset='.5' stop-color='{colour}' stop-opacity='{strength * 0.24}'/><stop offset='.76' stop-color='{colour}' stop-opacity='{strength * 0.06}'/><stop offset='1' stop-color='{colour}' stop-opacity='0'/></radialGradient>");
        Draw($"<ellipse cx='{x}' cy='{y}' rx='{rx}' ry='{ry}' fill='url(#{name})' style='mix-blend-mode:screen'/>");
    }

    /// <summary>A line through points, rounded off by joining their middles.</summary>
    public static string Curve(IReadOnlyList<(double X, double Y)> points)
    {
        StringBuilder path = new();
        path.Append(CultureInfo.InvariantCulture, $"M{points[0].X:0.#} {points[0].Y:0.#}");
        for (int i = 1; i < points.Count - 1; i++)
        {
            (double x, double y) = ((points[i].X + points[i + 1].X) / 2, (points[i].Y + points[i + 1].Y) / 2);
            path.Append(CultureInfo.InvariantCulture, $"Q{points[i].X:0.#} {points[i].Y:0.#} {x:0.#} {y:0.#}");
        }

        return path.ToString();
    }

    /// <summary>Part of a circle, clockwise, in degrees from twelve o'clock.</summary>
    public static string Arc(double cx, double cy, double radius, double from, double to)
    {
        (double x1, double y1) = OnCircle(cx, cy, radius, from);
        (double x2, double y2) = OnCircle(cx, cy, radius, to);
        return string.Create(CultureInfo.InvariantCulture, $"M{x1:0.##} {y1:0.##}A{radius} {radius} 0 {(to - from > 180 ? 1 : 0)} 1 {x2:0.##} {y2:0.##}");
    }

    public static (double X, double Y) OnCircle(double cx, double cy, double radius, double degrees)
    {
        double radians = (degrees - 90) * Math.PI / 180;
        return (cx + radius * Math.Cos(radians), cy + radius * Math.Sin(radians));
    }

    /// <summary>Darkens the edges, lays a fine grain over everything so that gradients do not band, and writes the file.</summary>
    public void Save(string path)
    {
        Define($"<radialGradient id='edge' cx='.5' cy='.48' r='.75'><stop offset='.55' stop-opacity='0'/><stop offset='1' stop-opacity='.55'/></radialGradient>");
        Define($"<filter id='grain'><feTurbulence type='fractalNoise' baseFrequency='.9' numOctaves='2' seed='7'/><feColorMatrix type='saturate' values='0'/></filter>");
        Draw($"<rect width='{Width}' height='{Height}' fill='url(#edge)'/>");
        Draw($"<rect width='{Width}' height='{Height}' filter='url(#grain)' opacity='.13' style='mix-blend-mode:overlay'/>");
        string svg = FormattableString.Invariant($"<svg xmlns='http://www.w3.org/2000/svg' width='{Width}' height='{Height}'><defs>{_defs}</defs>{_body}</svg>");
        using Image image = Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg), unlimited: true);
        using Image flat = image.Flatten();
        flat.Jpegsave(path, q: 84, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
    }

    private static string Stops((double At, string Colour)[] stops) =>
        string.Concat(stops.Select(stop => FormattableString.Invariant($"<stop offset='{stop.At}%' stop-color='{stop.Colour}'/>")));

    private string NextName() => FormattableString.Invariant($"n{_names++}");
}

namespace AlitaNews.Drawings;

/// <summary>The drawings of the articles about how the newsroom works: one plain idea each.</summary>
internal static class Subjects
{
    private const string Red = "#ff4a3d";
    private const string Amber = "#ffb35c";
    private const string Blue = "#58c8ff";
    private const string Bone = "#fff0dc";

    /// <summary>Seven bars of light for seven statuses; a line crosses each where it stands.</summary>
    public static Canvas Labels()
    {
        Canvas canvas = Night(7, "#1b1030", "#0c1626");
        string[] colours = [Amber, "#ffd79a", "#4fe0a8", "#a6e36a", Red, "#ff6f91", "#8a93b8"];
        for (int bar = 0; bar < colours.Length; bar++)
        {
            double x = 260 + bar * 168;
            double top = 190 + 70 * Math.Sin(bar * 1.1);
            double level = 330 + 150 * Math.Sin(bar * 0.9 + 0.4);
            string light = canvas.Vertical((0, colours[bar]), (100, "#120e1e"));
            canvas.Draw($"<rect x='{x}' y='{top}' width='72' height='{760 - top}' rx='36' fill='{colours[bar]}' opacity='.3' filter='url(#haze)' style='mix-blend-mode:screen'/>");
            canvas.Draw($"<rect x='{x}' y='{top}' width='72' height='{760 - top}' rx='36' fill='{light}' opacity='{0.5 + bar * 0.06}'/>");
            canvas.Draw($"<rect x='{x + 0.75}' y='{top + 0.75}' width='70.5' height='{758 - top}' rx='35' fill='none' stroke='{colours[bar]}' stroke-width='1.5' opacity='.9'/>");
            canvas.Draw($"<line x1='{x - 34}' x2='{x + 106}' y1='{level}' y2='{level}' stroke='{Bone}' stroke-width='2'/>");
            canvas.Draw($"<circle cx='{x + 36}' cy='{level}' r='15' fill='#0c0a16' stroke='{Bone}' stroke-width='2.5'/>");
            canvas.Draw($"<circle cx='{x + 36}' cy='{level}' r='{(bar < 2 ? 4 : 8)}' fill='{(bar < 2 ? Bone : colours[bar])}'/>");
        }

        for (int row = 0; row < 24; row++)
        {
            canvas.Draw($"<line x1='120' x2='1480' y1='{150 + row * 26}' y2='{150 + row * 26}' stroke='#ffffff' stroke-width='.6' opacity='.06'/>");
        }

        return canvas;
    }

    /// <summary>A dial whose bright arc has run past its mark and turned red.</summary>
    public static Canvas Overdue()
    {
        Canvas canvas = Night(2023, "#2a0f1e", "#0b0f1e");
        (double x, double y) = (800, 450);
        canvas.Glow(x, y, 560, 560, Red, 0.28);
        for (int ring = 0; ring < 16; ring++)
        {
            double radius = 60 + ring * 23;
            double from = canvas.Next(0, 360);
            canvas.Draw($"<path d='{Canvas.Arc(x, y, radius, from, from + canvas.Next(120, 350))}' fill='none' stroke='{(ring % 4 == 0 ? Amber : "#b98aa8")}' stroke-width='{(ring % 4 == 0 ? 1.6 : 0.8)}' opacity='.32'/>");
        }

        for (int tick = 0; tick < 360; tick++)
        {
            (double x1, double y1) = Canvas.OnCircle(x, y, 372, tick);
            (double x2, double y2) = Canvas.OnCircle(x, y, tick % 30 == 0 ? 398 : 380, tick);
            canvas.Draw($"<line x1='{x1}' y1='{y1}' x2='{x2}' y2='{y2}' stroke='{Bone}' stroke-width='{(tick % 30 == 0 ? 2 : 0.8)}' opacity='.55'/>");
        }

        string kept = Canvas.Arc(x, y, 300, -120, 60);
        string past = Canvas.Arc(x, y, 300, 60, 132);
        canvas.Draw($"<path d='{kept}' fill='none' stroke='{Amber}' stroke-width='40' opacity='.5' filter='url(#glow)'/>");
        canvas.Draw($"<path d='{kept}' fill='none' stroke='{Amber}' stroke-width='22'/>");
        canvas.Draw($"<path d='{past}' fill='none' stroke='{Red}' stroke-width='54' opacity='.75' filter='url(#glow)'/>");
        canvas.Draw($"<path d='{past}' fill='none' stroke='{Red}' stroke-width='22'/>");
        (double mx1, double my1) = Canvas.OnCircle(x, y, 250, 60);
        (double mx2, double my2) = Canvas.OnCircle(x, y, 430, 60);
        canvas.Draw($"<line x1='{mx1}' y1='{my1}' x2='{mx2}' y2='{my2}' stroke='{Bone}' stroke-width='4'/>");
        (double hx, double hy) = Canvas.OnCircle(x, y, 300, 132);
        canvas.Draw($"<line x1='{x}' y1='{y}' x2='{hx}' y2='{hy}' stroke='{Bone}' stroke-width='2' opacity='.8'/>");
        canvas.Draw($"<circle cx='{hx}' cy='{hy}' r='20' fill='{Bone}'/><circle cx='{x}' cy='{y}' r='9' fill='{Bone}'/>");
        canvas.Glow(hx, hy, 130, 130, Red, 0.9);
        return canvas;
    }

    /// <summary>A sphere of fine lines: amber where it is lit, and the rest only guessed at.</summary>
    public static Canvas KnownUnknown()
    {
        Canvas canvas = Night(58, "#20142c", "#070b18");
        (double x, double y, double radius) = (800, 450, 330);
        canvas.Glow(430, 420, 760, 620, "#ff8a3c", 0.4);
        string lit = canvas.Across(x - radius, x + radius, (0, "#fff0dc"), (30, Amber), (52, "#d4553f"), (64, "#3c2a4e"), (100, "#232c4c"));
        canvas.Draw($"<circle cx='{x}' cy='{y}' r='{radius}' fill='{canvas.Across(x - radius, x + radius, (0, "#7a3a24"), (45, "#2a1424"), (60, "#0d0c18"), (100, "#080a14"))}'/>");
        for (int i = -17; i <= 17; i++)
        {
            double share = i / 18.0;
            double half = radius * Math.Sqrt(1 - share * share);
            canvas.Draw($"<ellipse cx='{x}' cy='{y + share * radius}' rx='{half}' ry='{half * 0.16}' fill='none' stroke='{lit}' stroke-width='{(i % 6 == 0 ? 2 : 0.9)}' opacity='.85'/>");
            canvas.Draw($"<ellipse cx='{x}' cy='{y}' rx='{radius * Math.Abs(Math.Sin(share * Math.PI / 2))}' ry='{radius}' fill='none' stroke='{lit}' stroke-width='.8' opacity='.7'/>");
        }

        for (int i = 0; i < 420; i++)
        {
            double drift = Math.Pow(canvas.Next(0, 1), 2.2);
            (double px, double py) = Canvas.OnCircle(x, y, radius * (1 + drift * 0.9), canvas.Next(20, 160));
            canvas.Draw($"<circle cx='{px}' cy='{py}' r='{canvas.Next(0.6, 2)}' fill='#9fb4e8' opacity='{(1 - drift) * 0.6}'/>");
        }

        canvas.Draw($"<path d='{Canvas.Arc(x, y, radius + 3, 190, 350)}' fill='none' stroke='{Bone}' stroke-width='12' opacity='.6' filter='url(#glow)'/>");
        canvas.Draw($"<path d='{Canvas.Arc(x, y, radius, 190, 350)}' fill='none' stroke='{Bone}' stroke-width='3'/>");
        foreach (double wide in new[] { 410.0, 452.0 })
        {
            canvas.Draw($"<ellipse cx='{x}' cy='{y}' rx='{wide + 120}' ry='{wide * 0.26}' fill='none' stroke='{lit}' stroke-width='1.4' opacity='.5' transform='rotate(-16 {x} {y})'/>");
        }

        return canvas;
    }

    /// <summary>One bright frame among dark panes; the bands do not stop at its edge.</summary>
    public static Canvas Pictures()
    {
        Canvas canvas = Night(4, "#131a33", "#120a18");
        for (int i = 0; i < 34; i++)
        {
            double x = canvas.Next(-80, 1520);
            double y = canvas.Next(-60, 820);
            canvas.Draw($"<rect x='{x}' y='{y}' width='{canvas.Next(120, 330)}' height='{canvas.Next(80, 220)}' fill='#1d2444' fill-opacity='.5' stroke='#7f95d8' stroke-opacity='.28' transform='rotate({canvas.Next(-24, 24)} {x} {y})'/>");
        }

        Bands(canvas, 0.22);
        canvas.Define($"<clipPath id='frame'><rect x='520' y='190' width='560' height='520'/></clipPath>");
        canvas.Draw($"<rect x='500' y='170' width='600' height='560' fill='{Amber}' opacity='.5' filter='url(#haze)'/>");
        canvas.Draw($"<g clip-path='url(#frame)'><rect width='1600' height='900' fill='#1a0d1c'/>");
        Bands(canvas, 1);
        canvas.Draw($"</g>");
        canvas.Draw($"<rect x='520' y='190' width='560' height='520' fill='none' stroke='{Bone}' stroke-width='9'/><rect x='500' y='170' width='600' height='560' fill='none' stroke='{Bone}' stroke-width='1.5' opacity='.7'/>");
        return canvas;
    }

    /// <summary>One small light, and rings that pass on what it sent, each fainter.</summary>
    public static Canvas OneSource()
    {
        Canvas canvas = Night(10, "#0d1730", "#0a0a16");
        (double x, double y) = (250, 450);
        canvas.Glow(x, y, 760, 520, "#2f6bff", 0.35);
        string fade = canvas.Across(x, 1600, (0, "#fff0dc"), (12, Amber), (45, "#d4553f"), (75, "#3a3560"), (100, "#12142a"));
        for (int i = -30; i <= 30; i++)
        {
            double far = y + i * 12.4;
            canvas.Draw($"<path d='M{x} {y} Q{x + 620} {y + i * 4.2} 1640 {far}' fill='none' stroke='{fade}' stroke-width='{(i % 5 == 0 ? 2.2 : 0.9)}' opacity='.8'/>");
        }

        for (int ring = 0; ring < 6; ring++)
        {
            double tall = 66 + ring * 57 + ring * ring * 5;
            double at = 480 + ring * 196;
            canvas.Draw($"<ellipse cx='{at}' cy='{y}' rx='{tall * 0.2}' ry='{tall}' fill='none' stroke='{Blue}' stroke-width='14' opacity='{0.4 - ring * 0.06}' filter='url(#glow)'/>");
            canvas.Draw($"<ellipse cx='{at}' cy='{y}' rx='{tall * 0.2}' ry='{tall}' fill='none' stroke='{Blue}' stroke-width='{5 - ring * 0.6}' opacity='{0.95 - ring * 0.15}'/>");
        }

        canvas.Glow(x, y, 240, 240, Amber, 0.9);
        canvas.Draw($"<circle cx='{x}' cy='{y}' r='24' fill='{Bone}'/><circle cx='{x}' cy='{y}' r='44' fill='none' stroke='{Bone}' stroke-width='1.5' opacity='.7'/>");
        return canvas;
    }

    private static Canvas Night(uint seed, string warm, string cold)
    {
        Canvas canvas = new(seed);
        canvas.Sky((0, cold), (55, warm), (100, "#07070f"));
        return canvas;
    }

    private static void Bands(Canvas canvas, double opacity)
    {
        string[] colours = ["#c4183c", Red, "#ff7a45", Amber, "#ffe0bd", Blue, "#2f6bff", "#2340c8"];
        for (int band = 0; band < colours.Length; band++)
        {
            double y = 250 + band * 52;
            canvas.Draw($"<path d='M-20 {y + 120} C400 {y - 260} 640 {y + 260} 900 {y - 30} S1400 {y - 220} 1640 {y + 90}' fill='none' stroke='{colours[band]}' stroke-width='38' opacity='{opacity}'/>");
        }
    }
}

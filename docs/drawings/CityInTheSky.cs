namespace AlitaNews.Drawings;

/// <summary>A disc of rings and towers in a dark sky, red light below it: the first picture of the founding story.</summary>
internal static class CityInTheSky
{
    private const double Middle = 800;
    private const double Deck = 330;

    public static Canvas Draw()
    {
        Canvas canvas = new(20230110);
        canvas.Sky((0, "#05060f"), (32, "#120d22"), (58, "#3a1030"), (76, "#8c1c33"), (90, "#d9482f"), (100, "#f0803c"));
        Stars(canvas);
        canvas.Glow(Middle, 880, 1100, 520, "#ff5a36", 0.75);
        canvas.Glow(Middle, 800, 420, 300, "#ffb070", 0.55);
        Dial(canvas);
        Cables(canvas);
        Underside(canvas);
        Plate(canvas);
        Towers(canvas);
        Rim(canvas);
        for (int layer = 0; layer < 4; layer++)
        {
            Skyline(canvas, layer);
        }

        return canvas;
    }

    private static void Stars(Canvas canvas)
    {
        for (int i = 0; i < 260; i++)
        {
            double y = Math.Pow(canvas.Next(0, 1), 1.6) * 520;
            canvas.Draw($"<circle cx='{canvas.Next(0, Canvas.Width)}' cy='{y}' r='{canvas.Next(0.4, 1.5)}' fill='#ffe9dc' opacity='{canvas.Next(0.1, 0.75) * (1 - y / 620)}'/>");
        }
    }

    /// <summary>Thin measuring rings around the city, as if it were seen through an instrument.</summary>
    private static void Dial(Canvas canvas)
    {
        foreach ((double radius, double from, double to, double width) in new[] { (300.0, 200.0, 520.0, 1.2), (330.0, 250.0, 430.0, 5.0), (372.0, 20.0, 340.0, 0.8), (392.0, 120.0, 205.0, 3.0) })
        {
            canvas.Draw($"<path d='{Canvas.Arc(Middle, Deck + 20, radius, from, to)}' fill='none' stroke='#ff8a6a' stroke-width='{width}' opacity='.28'/>");
        }

        for (int degrees = 0; degrees < 360; degrees += 3)
        {
            (double x1, double y1) = Canvas.OnCircle(Middle, Deck + 20, 406, degrees);
            (double x2, double y2) = Canvas.OnCircle(Middle, Deck + 20, degrees % 15 == 0 ? 426 : 414, degrees);
            canvas.Draw($"<line x1='{x1}' y1='{y1}' x2='{x2}' y2='{y2}' stroke='#ff9f80' stroke-width='1.2' opacity='.3'/>");
        }
    }

    private static void Cables(Canvas canvas)
    {
        for (int i = -7; i <= 7; i++)
        {
            double top = Middle + i * 44;
            double foot = Middle + i * 118;
            double bend = Middle + i * 56;
            canvas.Draw($"<path d='M{top} {Deck + 50} Q{bend} {Deck + 300} {foot} 900' fill='none' stroke='#1a0a18' stroke-width='{(i % 3 == 0 ? 5 : 2)}' opacity='.9'/>");
            canvas.Draw($"<path d='M{top + 1.5} {Deck + 50} Q{bend + 1.5} {Deck + 300} {foot + 2} 900' fill='none' stroke='#ff9a66' stroke-width='.8' opacity='.55'/>");
        }
    }

    /// <summary>Tiers that narrow downwards, each lit red from below.</summary>
    private static void Underside(Canvas canvas)
    {
        string lit = canvas.Vertical((0, "#140a1c"), (60, "#3b1229"), (100, "#b8392f"));
        double[] radii = [470, 400, 300, 216, 128, 62];
        for (int tier = 0; tier < radii.Length; tier++)
        {
            double radius = radii[tier];
            double top = Deck + tier * 24;
            double flat = radius * 0.11;
            double depth = 30 + tier * 4;
            canvas.Draw($"<path d='M{Middle - radius} {top} A{radius} {flat} 0 0 0 {Middle + radius} {top} L{Middle + radius * 0.9} {top + depth} A{radius * 0.9} {flat} 0 0 1 {Middle - radius * 0.9} {top + depth} Z' fill='{lit}' stroke='#ff7a52' stroke-opacity='.35'/>");
            for (int i = 0; i < 46 - tier * 6; i++)
            {
                double across = canvas.Next(-0.92, 0.92);
                double y = top + flat * Math.Sqrt(1 - across * across) + canvas.Next(3, depth - 5);
                canvas.Draw($"<rect x='{Middle + across * radius}' y='{y}' width='{canvas.Next(2, 9)}' height='1.8' fill='#ffc58a' opacity='{canvas.Next(0.25, 0.95)}'/>");
            }
        }

        canvas.Draw($"<circle cx='{Middle}' cy='{Deck + 200}' r='13' fill='#fff0dc' filter='url(#soft)'/>");
        canvas.Glow(Middle, Deck + 200, 190, 150, "#ff7040", 0.9);
        canvas.Draw($"<rect x='{Middle - 1.5}' y='{Deck + 200}' width='3' height='400' fill='{canvas.Vertical((0, "#ffe2bf"), (100, "#ff6a3c"))}' opacity='.8'/>");
    }

    /// <summary>The ground the towers stand on, with the far side of the rim.</summary>
    private static void Plate(Canvas canvas)
    {
        canvas.Draw($"<ellipse cx='{Middle}' cy='{Deck}' rx='470' ry='52' fill='{canvas.Vertical((0, "#2a1832"), (55, "#1a0f22"), (100, "#4a1a30"))}'/>");
        foreach ((double radius, double opacity) in new[] { (470.0, 0.8), (506.0, 0.4), (563.0, 0.5) })
        {
            canvas.Draw($"<path d='M{Middle - radius} {Deck} A{radius} {radius * 0.11} 0 0 1 {Middle + radius} {Deck}' fill='none' stroke='#a8425a' stroke-width='1.4' opacity='{opacity}'/>");
        }

        for (int i = 0; i < 150; i++)
        {
            double across = canvas.Next(-0.96, 0.96);
            double y = Deck + canvas.Next(-0.9, 0.9) * 50 * Math.Sqrt(1 - across * across);
            canvas.Draw($"<rect x='{Middle + across * 464}' y='{y}' width='{canvas.Next(2, 8)}' height='1.3' fill='#ffb98a' opacity='{canvas.Next(0.15, 0.7)}'/>");
        }
    }

    private static void Towers(Canvas canvas)
    {
        string wall = canvas.Vertical((0, "#3d2440"), (70, "#1a1026"), (100, "#0d0a18"));
        string edge = canvas.Vertical((0, "#ff9b78"), (100, "#5c1f33"));
        for (int i = 0; i < 120; i++)
        {
            double across = canvas.Next(-0.94, 0.94);
            double height = 18 + 190 * Math.Pow(1 - Math.Abs(across), 2.1) * canvas.Next(0.35, 1) + canvas.Next(0, 26);
            double width = canvas.Next(6, 19);
            double foot = Deck + canvas.Next(-34, 34) * Math.Sqrt(1 - across * across);
            double left = Middle + across * 455;
            canvas.Draw($"<path d='M{left} {foot} V{foot - height + 8} L{left + width / 2} {foot - height} L{left + width} {foot - height + 8} V{foot} Z' fill='{wall}'/>");
            canvas.Draw($"<rect x='{left + width - 1}' y='{foot - height + 8}' width='1.1' height='{height - 8}' fill='{edge}' opacity='.75'/>");
            for (double y = foot - height + 14; y < foot - 4; y += 6)
            {
                if (canvas.Next(0, 1) < 0.42)
                {
                    canvas.Draw($"<rect x='{left + canvas.Next(1.5, width - 4)}' y='{y}' width='2.2' height='1.6' fill='#ffd7a0' opacity='{canvas.Next(0.3, 1)}'/>");
                }
            }
        }

        canvas.Draw($"<path d='M{Middle - 7} {Deck} L{Middle - 2} 66 L{Middle} 20 L{Middle + 2} 66 L{Middle + 7} {Deck} Z' fill='{edge}'/>");
        canvas.Glow(Middle, 24, 60, 60, "#ff5540", 0.9);
    }

    private static void Rim(Canvas canvas)
    {
        string metal = canvas.Across(330, 1270, (0, "#ff7a55"), (25, "#51203a"), (50, "#ffd9b8"), (75, "#51203a"), (100, "#ff7a55"));
        foreach ((double radius, double width, double opacity) in new[] { (470.0, 5.0, 1.0), (484.0, 1.4, 0.8), (506.0, 1.0, 0.5), (560.0, 2.4, 0.75), (566.0, 0.8, 0.6) })
        {
            double flat = radius * 0.11;
            canvas.Draw($"<path d='M{Middle - radius} {Deck} A{radius} {flat} 0 0 0 {Middle + radius} {Deck}' fill='none' stroke='{metal}' stroke-width='{width}' opacity='{opacity}'/>");
        }

        for (int i = 0; i < 40; i++)
        {
            double across = Math.Cos(Math.PI * i / 39);
            canvas.Draw($"<circle cx='{Middle + across * 563}' cy='{Deck + 62 * Math.Sqrt(1 - across * across)}' r='2.1' fill='#fff1de' opacity='.9'/>");
        }
    }

    /// <summary>The city on the ground, from the far rows in the haze to the near ones in the dark.</summary>
    private static void Skyline(Canvas canvas, int layer)
    {
        string colour = new[] { "#8e2735", "#5c1a30", "#2b0f22", "#0a0610" }[layer];
        double floor = 742 + layer * 46;
        for (double x = -20; x < Canvas.Width; x += canvas.Next(14, 40 + layer * 12))
        {
            double width = canvas.Next(16, 50 + layer * 16);
            double aside = Math.Abs(x - Middle) / Middle;
            double top = floor - canvas.Next(4, 40) - canvas.Next(0, 70 + layer * 14) * aside;
            canvas.Draw($"<rect x='{x}' y='{top}' width='{width}' height='{Canvas.Height - top}' fill='{colour}'/>");
            if (canvas.Next(0, 1) < 0.16)
            {
                canvas.Draw($"<rect x='{x + width / 2}' y='{top - canvas.Next(16, 60)}' width='1.6' height='70' fill='{colour}'/>");
            }

            if (layer > 1 && canvas.Next(0, 1) < 0.5)
            {
                canvas.Draw($"<rect x='{x + canvas.Next(2, width - 4)}' y='{canvas.Next(top + 6, Canvas.Height)}' width='3' height='2.4' fill='#ffb070' opacity='{canvas.Next(0.3, 0.9)}'/>");
            }
        }

        canvas.Glow(Middle, floor + 70, 900, 110, "#ff6a40", layer == 3 ? 0 : 0.28);
    }
}

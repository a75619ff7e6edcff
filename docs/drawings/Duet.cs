namespace AlitaNews.Drawings;

/// <summary>Two tall forms of curved lines that lean towards each other: the second picture of the founding story.</summary>
internal static class Duet
{
    private const int Strands = 118;

    public static Canvas Draw()
    {
        Canvas canvas = new(404);
        canvas.Sky((0, "#07070f"), (50, "#15101f"), (100, "#08070d"));
        canvas.Glow(800, 420, 520, 620, "#7a3cff", 0.22);
        canvas.Glow(560, 520, 560, 560, "#ff2f3f", 0.34);
        canvas.Glow(1040, 520, 560, 560, "#2b8cff", 0.34);
        Rings(canvas);
        Form(canvas, -1, ["#c4183c", "#ff3340", "#ff5a3a", "#ff8448", "#ffb26b", "#ffe0bd"]);
        Form(canvas, 1, ["#2340c8", "#2f6bff", "#2f93ff", "#36bdff", "#7fe0ff", "#dff8ff"]);
        canvas.Glow(800, 210, 300, 300, "#ffe9d0", 0.45);
        canvas.Glow(800, 190, 70, 110, "#ffffff", 0.95);
        Sparks(canvas);
        return canvas;
    }

    /// <summary>A bundle of strands with shared bends, wide at the foot and at the shoulder, gathered at the tip.</summary>
    private static void Form(Canvas canvas, int side, string[] colours)
    {
        (double turn, double tip) = side < 0 ? (0.0, 150.0) : (0.9, 196.0);
        for (int strand = 0; strand < Strands; strand++)
        {
            double share = strand / (double)(Strands - 1);
            List<(double X, double Y)> points = [];
            for (int step = 0; step <= 72; step++)
            {
                double rise = step / 72.0;
                double width = 400 * Math.Pow(1 - rise, 1.7) + 330 * Math.Pow(Math.Sin(Math.PI * Math.Pow(rise, 1.25)), 2) * (1 - rise * 0.35) + 5;
                double lean = 395 - 360 * Math.Pow(rise, 1.35) + 70 * Math.Sin(Math.PI * rise);
                double bend = (36 * Math.Sin(rise * 5.6 + turn + share * 3.1) + 16 * Math.Sin(rise * 12 + turn * 2 + share * 9)) * (1 - rise * rise);
                points.Add((800 + side * (lean + bend + (share - 0.5) * width), 960 - (960 - tip) * rise - 70 * Math.Sin(Math.PI * rise) * share));
            }

            int shade = Math.Min(colours.Length - 1, (int)((1 - share) * colours.Length));
            bool strong = strand % 13 == 0;
            string path = Canvas.Curve(points);
            if (strong)
            {
                canvas.Draw($"<path d='{path}' fill='none' stroke='{colours[shade]}' stroke-width='10' opacity='.4' filter='url(#glow)' style='mix-blend-mode:screen'/>");
            }

            canvas.Draw($"<path d='{path}' fill='none' stroke='{colours[shade]}' stroke-width='{(strong ? 2.4 : strand % 3 == 0 ? 1.2 : 0.7)}' opacity='{(strong ? 0.95 : 0.42)}' style='mix-blend-mode:screen'/>");
        }
    }

    private static void Rings(Canvas canvas)
    {
        for (int i = 0; i < 9; i++)
        {
            double radius = 120 + i * 58;
            double from = canvas.Next(0, 360);
            canvas.Draw($"<path d='{Canvas.Arc(800, 200, radius, from, from + canvas.Next(90, 330))}' fill='none' stroke='#c9b8ff' stroke-width='{(i % 3 == 0 ? 2 : 0.8)}' opacity='.2'/>");
        }
    }

    private static void Sparks(Canvas canvas)
    {
        for (int i = 0; i < 150; i++)
        {
            double y = canvas.Next(40, 860);
            double x = 800 + canvas.Next(-1, 1) * canvas.Next(0, 70 + y * 0.35);
            string colour = x < 800 ? "#ffcfa8" : "#bfefff";
            canvas.Draw($"<circle cx='{x}' cy='{y}' r='{canvas.Next(0.5, 2.2)}' fill='{colour}' opacity='{canvas.Next(0.2, 0.95)}'/>");
        }
    }
}

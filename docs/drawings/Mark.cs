using NetVips;

namespace AlitaNews.Drawings;

/// <summary>The site's mark is written by hand as <c>mark.svg</c>; the picture beside it is made from that file.</summary>
internal static class Mark
{
    public static void SavePictures(string folder)
    {
        using Image image = Image.Svgload(Path.Combine(folder, "mark.svg"), scale: 512.0 / 64);
        image.Pngsave(Path.Combine(folder, "mark-512.png"), compression: 9, keep: Enums.ForeignKeep.None);
    }
}

namespace AlitaNews.Web.Layout;

/// <summary>The direction of scripts.</summary>
public static class Directions
{
    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi",
    };

    /// <summary><c>rtl</c> or <c>ltr</c>.</summary>
    /// <param name="language">A BCP 47 tag; a script subtag wins over the language's usual script.</param>
    public static string Of(string language)
    {
        var parts = language.Split('-');
        var script = Array.Find(parts, static part => part.Length == 4);
        var rightToLeft = script is null
            ? RightToLeft.Contains(parts[0])
            : script.ToUpperInvariant() is "ARAB" or "HEBR" or "THAA" or "SYRC" or "NKOO" or "ADLM";
        return rightToLeft ? "rtl" : "ltr";
    }
}

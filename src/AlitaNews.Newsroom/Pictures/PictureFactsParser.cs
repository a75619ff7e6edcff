namespace AlitaNews.Newsroom.Pictures;

/// <summary>What became of one key and value.</summary>
public enum PictureKeyResult
{
    /// <summary>Understood.</summary>
    Taken,

    /// <summary>The key is none of a picture's.</summary>
    UnknownKey,

    /// <summary>The key is known, the value is not one of its closed list.</summary>
    UnknownValue,
}

/// <summary>Reads the keys of <c>content.md</c> section 6, wherever they stand: attributes, sidecars, media maps. One per picture.</summary>
public sealed class PictureFactsParser
{
    /// <summary>The keys of a picture, for "did you mean".</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "kind", "credit", "credit-url", "agency", "license", "license-url", "acquire-url", "copyright", "authenticity", "claim", "source",
        "taken", "place", "source-type", "focus", "width", "align", "spoiler", "decorative", "no-index", "alt", "caption",
    ];

    private static readonly string[] Authenticities = ["unverified", "genuine", "altered", "fake"];

    /// <summary>The words of which a key takes one; none for a key that takes any text.</summary>
    public static IReadOnlyList<string> ValuesOf(string key) => Fold(key) switch
    {
        "kind" => PictureKindWords.All,
        "authenticity" => Authenticities,
        "width" => ["full", "wide", "normal"],
        "align" => ["left", "right"],
        "spoiler" or "decorative" or "noindex" => ["true", "false"],
        _ => [],
    };

    /// <summary>What was read so far.</summary>
    public PictureFacts Facts { get; private set; } = PictureFacts.None;

    /// <summary>The width read so far.</summary>
    public PictureWidth Width { get; private set; }

    /// <summary>The side read so far.</summary>
    public PictureAlign Align { get; private set; }

    /// <summary>Reads one key; a null value is a flag without a value.</summary>
    public PictureKeyResult Read(string key, string? value)
    {
        var folded = Fold(key);
        switch (folded)
        {
            case "kind": return ReadKind(value);
            case "authenticity": return ReadAuthenticity(value);
            // A size in pixels is that of the picture: its file says it, too.
            case "width" or "height" when IsSize(value): return PictureKeyResult.Taken;
            case "width" or "align": return ReadLayout(value);
            case "spoiler": return ReadFlag(value, flag => Facts with { Spoiler = flag });
            case "decorative": return ReadFlag(value, flag => Facts with { Decorative = flag });
            case "noindex": return ReadFlag(value, flag => Facts with { NoIndex = flag });
        }

        if (WithText(folded, value?.Trim() ?? "") is not { } facts)
            return PictureKeyResult.UnknownKey;
        Facts = facts;
        return PictureKeyResult.Taken;
    }

    private static string Fold(string key) => key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private PictureFacts? WithText(string folded, string value) => folded switch
    {
        "alt" => Facts with { Alt = value },
        "caption" => Facts with { Caption = value },
        "credit" => Facts with { Credit = value },
        "crediturl" => Facts with { CreditUrl = value },
        "agency" => Facts with { Agency = value },
        "license" or "licence" => Facts with { License = value },
        "licenseurl" or "licenceurl" => Facts with { LicenseUrl = value },
        "acquireurl" => Facts with { AcquireUrl = value },
        "copyright" => Facts with { Copyright = value },
        "claim" => Facts with { Claim = value },
        "source" => Facts with { Source = value },
        "taken" => Facts with { Taken = value },
        "place" => Facts with { Place = value },
        "sourcetype" => Facts with { SourceType = value },
        "focus" => Facts with { Focus = value },
        _ => null,
    };

    private PictureKeyResult ReadKind(string? value)
    {
        if (PictureKindWords.Find(value) is not { } kind)
            return PictureKeyResult.UnknownValue;
        Facts = Facts with { Kind = kind };
        return PictureKeyResult.Taken;
    }

    private PictureKeyResult ReadAuthenticity(string? value)
    {
        if (!Enum.TryParse<PictureAuthenticity>(value, ignoreCase: true, out var authenticity) || !Enum.IsDefined(authenticity))
            return PictureKeyResult.UnknownValue;
        Facts = Facts with { Authenticity = authenticity };
        return PictureKeyResult.Taken;
    }

    private static bool IsSize(string? value) =>
        value?.Trim() is { Length: > 0 and < 12 } size && char.IsAsciiDigit(size[0]) && size.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '%');

    private PictureKeyResult ReadLayout(string? value)
    {
        switch (value?.Trim().ToLowerInvariant())
        {
            case "full": Width = PictureWidth.Full; break;
            case "wide": Width = PictureWidth.Wide; break;
            case "normal": Width = PictureWidth.Normal; break;
            case "left": Align = PictureAlign.Left; break;
            case "right": Align = PictureAlign.Right; break;
            default: return PictureKeyResult.UnknownValue;
        }

        return PictureKeyResult.Taken;
    }

    private PictureKeyResult ReadFlag(string? value, Func<bool, PictureFacts> set)
    {
        bool? flag = value?.Trim().ToLowerInvariant() switch
        {
            null or "" or "true" or "yes" => true,
            "false" or "no" => false,
            _ => null,
        };
        if (flag is null)
            return PictureKeyResult.UnknownValue;
        Facts = set(flag.Value);
        return PictureKeyResult.Taken;
    }
}

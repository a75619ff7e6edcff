namespace AlitaNews.Newsroom.Pictures;

/// <summary>
/// What is said about a picture, in one of the places where it can be said. Everything is optional; null means "not said here".
/// The order of belief is attribute, sidecar, embedded, site: <c>attribute.Or(sidecar).Or(embedded)</c>.
/// </summary>
public sealed record PictureFacts
{
    /// <summary>Nothing said.</summary>
    public static PictureFacts None { get; } = new();

    /// <summary>Alternative text.</summary>
    public string? Alt { get; init; }

    /// <summary>Caption, inline Markdown.</summary>
    public string? Caption { get; init; }

    /// <summary>What the picture is.</summary>
    public PictureKind? Kind { get; init; }

    /// <summary>Who made it, as printed.</summary>
    public string? Credit { get; init; }

    /// <summary>Where the credit links to.</summary>
    public string? CreditUrl { get; init; }

    /// <summary>The agency.</summary>
    public string? Agency { get; init; }

    /// <summary>Licence: an SPDX id or an address.</summary>
    public string? License { get; init; }

    /// <summary>Where the licence can be read.</summary>
    public string? LicenseUrl { get; init; }

    /// <summary>Where a licence can be bought.</summary>
    public string? AcquireUrl { get; init; }

    /// <summary>Copyright line.</summary>
    public string? Copyright { get; init; }

    /// <summary>Whether it shows what it seems to show.</summary>
    public PictureAuthenticity? Authenticity { get; init; }

    /// <summary>Id of the claim that the authenticity follows.</summary>
    public string? Claim { get; init; }

    /// <summary>Where it came from: a source's id or words.</summary>
    public string? Source { get; init; }

    /// <summary>When it was taken, as written.</summary>
    public string? Taken { get; init; }

    /// <summary>Where it was taken.</summary>
    public string? Place { get; init; }

    /// <summary>IPTC digital source type, if stated.</summary>
    public string? SourceType { get; init; }

    /// <summary>What must stay in view when it is cropped: <c>x,y</c> in percent, or <c>face</c>.</summary>
    public string? Focus { get; init; }

    /// <summary>Whether it gives away a plot.</summary>
    public bool? Spoiler { get; init; }

    /// <summary>Whether it says nothing that a blind reader would miss.</summary>
    public bool? Decorative { get; init; }

    /// <summary>Whether search engines shall leave it alone.</summary>
    public bool? NoIndex { get; init; }

    /// <summary>These facts, and where they are silent those of <paramref name="fallback"/>.</summary>
    public PictureFacts Or(PictureFacts? fallback) => fallback is null ? this : new PictureFacts
    {
        Alt = Alt ?? fallback.Alt,
        Caption = Caption ?? fallback.Caption,
        Kind = Kind ?? fallback.Kind,
        Credit = Credit ?? fallback.Credit,
        CreditUrl = CreditUrl ?? fallback.CreditUrl,
        Agency = Agency ?? fallback.Agency,
        License = License ?? fallback.License,
        LicenseUrl = LicenseUrl ?? fallback.LicenseUrl,
        AcquireUrl = AcquireUrl ?? fallback.AcquireUrl,
        Copyright = Copyright ?? fallback.Copyright,
        Authenticity = Authenticity ?? fallback.Authenticity,
        Claim = Claim ?? fallback.Claim,
        Source = Source ?? fallback.Source,
        Taken = Taken ?? fallback.Taken,
        Place = Place ?? fallback.Place,
        SourceType = SourceType ?? fallback.SourceType,
        Focus = Focus ?? fallback.Focus,
        Spoiler = Spoiler ?? fallback.Spoiler,
        Decorative = Decorative ?? fallback.Decorative,
        NoIndex = NoIndex ?? fallback.NoIndex,
    };
}

namespace AlitaNews.Newsroom.Sources;

/// <summary>How a source stands, in words.</summary>
public static class SourceStanding
{
    /// <summary>The words.</summary>
    /// <param name="kind">What sort of source it is; null: it has no file.</param>
    /// <param name="onRecord">Whether it spoke on the record.</param>
    public static string Of(SourceKind? kind, bool onRecord) => kind switch
    {
        SourceKind.AnonymousClass => "anonymous",
        SourceKind.Official => "official",
        SourceKind.Document => "document",
        SourceKind.Outlet => "outlet",
        SourceKind.Leaker => onRecord ? "leaker, on the record" : "leaker",
        _ => onRecord ? "on the record" : "named",
    };
}

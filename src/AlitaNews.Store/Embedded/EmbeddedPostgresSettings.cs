namespace AlitaNews.Store.Embedded;

/// <summary>What the embedded database needs to know.</summary>
public sealed record EmbeddedPostgresSettings
{
    /// <summary>The folder of everything that can be rebuilt (<c>Alita__Data</c>); created where it is missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder of the PostgreSQL programs (<c>Alita__PostgresBin</c>); null looks where they usually lie.</summary>
    public string? PostgresBin { get; init; }

    /// <summary>False trades safety in a power cut for speed; meant for tests.</summary>
    public bool Durable { get; init; } = true;
}

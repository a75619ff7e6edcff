namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>How front matter is written.</summary>
public enum FrontMatterFormat
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>YAML between <c>---</c> and <c>---</c> or <c>...</c>.</summary>
    Yaml,

    /// <summary>TOML between <c>+++</c>.</summary>
    Toml,

    /// <summary>A JSON object, bare or after <c>---json</c>.</summary>
    Json,
}

/// <summary>A content file, split.</summary>
/// <param name="Format">How its front matter is written.</param>
/// <param name="Fields">The front matter, always a map; empty where there is none or it cannot be read.</param>
/// <param name="BodyStart">The offset at which the body begins.</param>
public sealed record FileParts(FrontMatterFormat Format, FieldNode Fields, int BodyStart);

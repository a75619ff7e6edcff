using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>What a value of front matter is.</summary>
public enum FieldKind
{
    /// <summary>Nothing: <c>key:</c>, <c>~</c> or <c>null</c>.</summary>
    Empty,

    /// <summary>A scalar. It has no type of its own: the schema decides what it means.</summary>
    Text,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map.</summary>
    Map,
}

/// <summary>
/// A value of front matter, the same whether it was written as YAML, TOML or JSON, and where it stands.
/// Scalars keep their text as written (<c>content.md</c>, principle 3): <c>007</c>, <c>no</c> and <c>1.10</c> survive. Immutable.
/// </summary>
public sealed class FieldNode
{
    private FieldNode(FieldKind kind, TextSpan span)
    {
        Kind = kind;
        Span = span;
    }

    /// <summary>What it is.</summary>
    public FieldKind Kind { get; }

    /// <summary>Where it stands; begins at its first character (quote, bracket, first dash).</summary>
    public TextSpan Span { get; }

    /// <summary>The text of a scalar, without quotes and escapes; else empty.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Whether a scalar was quoted (or a block), so that it is text even if it looks like something else.</summary>
    public bool Quoted { get; private init; }

    /// <summary>The items of a list; else empty.</summary>
    public IReadOnlyList<FieldNode> Items { get; private init; } = [];

    /// <summary>The fields of a map in the order written, each key once; else empty.</summary>
    public IReadOnlyList<Field> Fields { get; private init; } = [];

    /// <summary>A scalar; an unquoted empty text, <c>~</c> or <c>null</c> is <see cref="FieldKind.Empty"/>.</summary>
    public static FieldNode Scalar(string text, bool quoted, TextSpan span) =>
        !quoted && text is ("" or "~" or "null")
            ? new(FieldKind.Empty, span)
            : new(FieldKind.Text, span) { Text = Storable(text), Quoted = quoted };

    /// <summary>A list.</summary>
    public static FieldNode List(IReadOnlyList<FieldNode> items, TextSpan span) => new(FieldKind.List, span) { Items = items };

    /// <summary>A map.</summary>
    public static FieldNode Map(IReadOnlyList<Field> fields, TextSpan span) => new(FieldKind.Map, span) { Fields = fields };

    /// <summary>The text without what no database stores: NUL and half characters, which escapes can make, become U+FFFD.</summary>
    internal static string Storable(string text)
    {
        var span = text.AsSpan();
        if (!span.Contains('\0') && !span.ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        return string.Concat(text.EnumerateRunes().Select(static rune => rune.Value == 0 ? "\uFFFD" : rune.ToString()));
    }

    /// <summary>The value of a map's field, found by <see cref="FieldKey.AreEqual"/>; null where there is none or this is no map.</summary>
    public FieldNode? Find(string key)
    {
        foreach (var field in Fields)
        {
            if (FieldKey.AreEqual(field.Key, key))
                return field.Value;
        }

        return null;
    }
}

/// <summary>One key of a map and its value.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="KeySpan">Where the key stands.</param>
/// <param name="Value">Its value.</param>
public sealed record Field(string Key, TextSpan KeySpan, FieldNode Value);

using AlitaNews.Newsroom.Markdown.Attributes;
using Markdig.Extensions.CustomContainers;

namespace AlitaNews.Newsroom.Markdown.Containers;

/// <summary>The first line of a container.</summary>
/// <param name="Name">Its name, lower case; empty where there is none.</param>
/// <param name="Words">What stands behind the name where that is no list of attributes: a title, an id.</param>
/// <param name="Attributes">Its attributes, if it has some.</param>
internal sealed record ContainerHead(string Name, string Words, AttachedAttributes? Attributes)
{
    // What has a title or an id behind its name, so that "a b" is no pair of flags.
    private static readonly HashSet<string> Titled =
        ["spoiler", "update", "claim", "aside", "details"];

    // Boxes, ours and those of other generators' themes, and what they are here.
    private static readonly Dictionary<string, string> Boxes = new(StringComparer.Ordinal)
    {
        ["update"] = "update",
        ["note"] = "note",
        ["tip"] = "tip",
        ["important"] = "important",
        ["info"] = "info",
        ["warning"] = "warning",
        ["caution"] = "caution",
        ["danger"] = "danger",
        ["rumour"] = "rumour",
        ["confirmed"] = "confirmed",
        ["debunked"] = "debunked",
        ["correction"] = "correction",
        ["secondary"] = "note",
        ["success"] = "tip",
        ["hint"] = "tip",
        ["warn"] = "warning",
        ["error"] = "danger",
    };

    /// <summary>The kind of alert that a container of a name is, or null.</summary>
    public static string? AlertOf(string name) => Boxes.GetValueOrDefault(name);

    /// <summary>Reads the first line.</summary>
    public static ContainerHead Read(BodyContext context, CustomContainer container)
    {
        var line = FirstLine(context, container, out var start);
        var end = 0;
        while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '-' or '_'))
            end++;
        var name = line[..end].ToLowerInvariant();
        var rest = line[end..];
        var lead = rest.Length - rest.TrimStart().Length;
        var arguments = rest.Trim();
        var offset = start + end + lead;
        if (arguments is ['{', .., '}'])
        {
            arguments = arguments[1..^1];
            offset++;
        }
        else if (arguments is ['[', ..] && arguments.LastIndexOf(']') is > 0 and var close && arguments.AsSpan(close + 1).Trim() is "" or ['{', .., '}'])
        {
            // Behind the title a theme's own settings may stand, an icon.
            return new ContainerHead(name, arguments[1..close], null);
        }

        var items = arguments.Length == 0 ? null : AttributeList.Read(arguments);
        if (items is not null && HasAttributes(name, items))
        {
            var attributes = new AttachedAttributes(items, offset);
            if (name.Length == 0)
                name = items.FirstOrDefault(static item => item.Key == ".").Value?.ToLowerInvariant() ?? "";
            var words = items.All(static item => item.Value is null)
                ? arguments
                : string.Join(' ', items.Where(static item => item.Value is null).Select(static item => item.Key));
            return new ContainerHead(name, words, attributes);
        }

        return new ContainerHead(name, arguments.Trim('"'), null);
    }

    // The title of a box may have an equals sign in it: it has attributes where it begins with one.
    private static bool HasAttributes(string name, IReadOnlyList<WrittenAttribute> items) =>
        Boxes.ContainsKey(name) && name != "update" ? items[0].Value is not null : !Titled.Contains(name) || items.Any(static item => item.Value is not null);

    /// <summary>The value of a key, or null.</summary>
    public string? Find(string key)
    {
        if (Attributes is null)
            return null;
        foreach (var item in Attributes.Items)
        {
            if (string.Equals(item.Key, key, StringComparison.OrdinalIgnoreCase))
                return item.Value ?? "";
        }

        return null;
    }

    /// <summary>Where the value of a key stands in the text; else where the block begins.</summary>
    public int PlaceOf(string key, int otherwise)
    {
        foreach (var item in Attributes?.Items ?? [])
        {
            if (item.Value is not null && string.Equals(item.Key, key, StringComparison.OrdinalIgnoreCase))
                return Attributes!.Start + item.Offset + item.Key.Length + 1;
        }

        return otherwise;
    }

    private static string FirstLine(BodyContext context, CustomContainer container, out int start)
    {
        // Markdig splits and trims the line; its text is read again where it stands, for exact positions.
        var text = context.Text.Text;
        start = Math.Clamp(container.Span.Start, 0, text.Length);
        while (start < text.Length && text[start] is ':' or ' ' or '\t')
            start++;
        var end = text.IndexOf('\n', start);
        if (end < 0)
            end = text.Length;
        return text[start..end].TrimEnd().TrimEnd(':').TrimEnd();
    }
}

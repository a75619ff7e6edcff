using System.Globalization;
using System.Text;

namespace AlitaNews.Newsroom.Markdown.Safety;

/// <summary>Our own elements while HTML of others is made safe around them: each is a marker, replaced when all is done.</summary>
internal sealed class OwnParts
{
    private const char Sign = '#';
    private readonly List<string> _parts = [];

    /// <summary>Keeps an element and returns the marker that stands for it.</summary>
    public string Add(string html)
    {
        _parts.Add(html);
        return string.Create(CultureInfo.InvariantCulture, $"{BodyMarkup.Start}{Sign}{_parts.Count - 1}{BodyMarkup.End}");
    }

    /// <summary>Puts the elements back, also those within elements.</summary>
    public string Expand(string html)
    {
        if (_parts.Count == 0)
            return html;
        var expanded = new StringBuilder(html.Length * 2);
        Append(expanded, html);
        return expanded.ToString();
    }

    private void Append(StringBuilder expanded, ReadOnlySpan<char> html)
    {
        while (true)
        {
            var start = html.IndexOf([BodyMarkup.Start, Sign]);
            if (start < 0)
            {
                expanded.Append(html);
                return;
            }

            expanded.Append(html[..start]);
            html = html[(start + 2)..];
            var end = html.IndexOf(BodyMarkup.End);
            Append(expanded, _parts[int.Parse(html[..end], CultureInfo.InvariantCulture)]);
            html = html[(end + 1)..];
        }
    }
}

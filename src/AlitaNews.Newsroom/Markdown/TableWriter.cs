using Markdig.Extensions.Tables;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>Writes tables. Alignment is a class: the site's policy allows no inline style.</summary>
internal static class TableWriter
{
    // More columns do not fit a narrow window: the table moves sideways by itself, and what moves must be reachable by keyboard.
    private const int MostThatWrap = 4;

    /// <summary>Writes a table.</summary>
    public static void Write(BodyWriter writer, Table table)
    {
        var html = writer.Html;
        html.Append(table is [TableRow { Count: > MostThatWrap }, ..] ? "<table tabindex=\"0\">\n" : "<table>\n");
        var inBody = false;
        foreach (var block in table)
        {
            if (block is not TableRow row)
                continue;
            if (row.IsHeader && !inBody)
            {
                html.Append("<thead>\n");
                WriteRow(writer, table, row);
                html.Append("</thead>\n");
                continue;
            }

            if (!inBody)
                html.Append("<tbody>\n");
            inBody = true;
            WriteRow(writer, table, row);
        }

        html.Append(inBody ? "</tbody>\n</table>\n" : "</table>\n");
    }

    private static void WriteRow(BodyWriter writer, Table table, TableRow row)
    {
        writer.Html.Append("<tr>\n");
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i] is not TableCell cell)
                continue;
            var name = row.IsHeader ? "th" : "td";
            var column = cell.ColumnIndex >= 0 ? cell.ColumnIndex : i;
            writer.Html.Append('<').Append(name);
            if (row.IsHeader)
                writer.Html.Append(" scope=\"col\"");
            if (column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment is { } side)
                writer.Html.Append(side switch
                {
                    TableColumnAlign.Center => " class=\"align-center\"",
                    TableColumnAlign.Right => " class=\"align-right\"",
                    _ => " class=\"align-left\"",
                });
            writer.Html.Append('>');
            var tight = writer.Tight;
            writer.Tight = true;
            writer.WriteBlocks(cell);
            writer.Tight = tight;
            writer.Html.Append("</").Append(name).Append(">\n");
        }

        writer.Html.Append("</tr>\n");
    }
}

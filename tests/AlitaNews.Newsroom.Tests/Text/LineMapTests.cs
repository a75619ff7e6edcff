using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Tests.Text;

/// <summary>Columns count code points, however they are found.</summary>
public sealed class LineMapTests
{
    [Fact]
    public void Columns_are_those_that_counting_from_the_start_of_the_line_finds()
    {
        const string text = "a😀b\n😀😀c\n\uDE00d\uD83D\n\uDE00e\n";
        var lines = new LineMap(text);
        var (line, column) = (1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            Assert.Equal((line, column), lines.Locate(i));
            if (text[i] == '\n')
                (line, column) = (line + 1, 1);
            else if (i == 0 || !char.IsSurrogatePair(text[i - 1], text[i]))
                column++;
        }
    }
}

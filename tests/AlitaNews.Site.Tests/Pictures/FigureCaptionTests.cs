using System.Text.Encodings.Web;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Pictures;
using Microsoft.AspNetCore.Html;

namespace AlitaNews.Site.Tests.Pictures;

public class FigureCaptionTests
{
    [Theory]
    [InlineData("the <studio>", "<span class=\"origin\">From the &lt;studio&gt;</span>")]
    [InlineData("https://example.org/a?b", "<span class=\"origin\">From <a href=\"https://example.org/a?b\">example.org</a></span>")]
    [InlineData("javascript:alert(1)", "<span class=\"origin\">From javascript:alert(1)</span>")]
    public void Where_when_and_from_whom_a_picture_is_stands_below_it(string source, string origin)
    {
        var picture = Plain with { Taken = "Los Angeles, January 2019", Source = source };
        Assert.Equal($"<figcaption><span class=\"taken\">Los Angeles, January 2019</span> {origin} </figcaption>", Caption(picture));
    }

    [Fact]
    public void Of_a_picture_of_which_nothing_is_said_nothing_stands_below_it() =>
        Assert.Equal("", Caption(Plain));

    private static ShownPicture Plain => new() { Width = 1, Height = 1, Alt = "A street" };

    private static string Caption(ShownPicture picture)
    {
        var html = new HtmlContentBuilder();
        FigureMarkup.AppendCaption(html, picture);
        using var text = new StringWriter();
        html.WriteTo(text, HtmlEncoder.Default);
        return text.ToString();
    }
}

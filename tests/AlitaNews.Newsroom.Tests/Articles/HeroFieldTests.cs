using AlitaNews.Newsroom.Pictures;

namespace AlitaNews.Newsroom.Tests.Articles;

public class HeroFieldTests
{
    [Theory]
    [InlineData("hero: a.jpg")]
    [InlineData("image: a.jpg")]
    [InlineData("images: [a.jpg, b.jpg]")]
    [InlineData("featured_image: a.jpg")]
    [InlineData("cover:\n  image: a.jpg")]
    [InlineData("cover: a.jpg")]
    [InlineData("header:\n  image: a.jpg")]
    [InlineData("resources:\n  - {src: b.jpg, name: other}\n  - {src: a.jpg, name: featured}")]
    [InlineData("hero:\n  src: a.jpg")]
    [InlineData("thumbnail: b.jpg\nhero: a.jpg")]
    [InlineData("image: a.jpg\nheader:\n  image: b.jpg")]
    [InlineData("heroImage: a.jpg")]
    [InlineData("image: ''\nimages: [a.jpg]")]
    [InlineData("cover:\n  image: ' '\n  path: a.jpg")]
    public void Every_form_of_a_lead_picture_is_understood(string yaml) => Assert.Equal("a.jpg", Draft.Of("title: A\n" + yaml).Parsed!.Hero!.Src);

    [Theory]
    [InlineData("header: dark")]
    [InlineData("resources: []")]
    [InlineData("image: false")]
    [InlineData("hero:")]
    [InlineData("image: ''")]
    public void What_is_no_picture_is_none(string yaml)
    {
        var draft = Draft.Of("title: A\n" + yaml);
        Assert.Empty(draft.Found);
        Assert.Null(draft.Parsed!.Hero);
    }

    [Theory]
    [InlineData("image:\n  caption: By hand\n  focal_point: ''", "4:3 AN0107")]
    [InlineData("hero:\n  caption: By hand", "4:3 AN0114")]
    public void A_map_without_a_path_is_an_error_only_under_our_own_name(string yaml, string place)
    {
        var draft = Draft.Of("title: A\n" + yaml);
        Assert.Contains(place, draft.Places);
        Assert.Null(draft.Parsed!.Hero);
    }

    [Fact]
    public void Words_about_the_picture_may_stand_beside_it()
    {
        var facts = Draft.Of("title: A\nfeature_image: a.jpg\nfeature_image_alt: A city\nfeature_image_caption: The *city*").Parsed!.Hero!.Facts;
        Assert.Equal(("A city", "The *city*"), (facts.Alt, facts.Caption));
    }

    [Theory]
    [InlineData("kind: drawing", "5:9 AN0109")]
    [InlineData("creditt: x", "5:3 AN0106")]
    [InlineData("relative: true", "5:3 AN0107")]
    public void What_cannot_be_used_is_named(string yaml, string place)
    {
        var draft = Draft.Of("title: A\nhero:\n  src: a.jpg\n  " + yaml);
        Assert.Equal([place], draft.Places);
        Assert.NotNull(draft.Parsed!.Hero);
    }

    [Fact]
    public void A_map_without_a_path_is_named() => Assert.Equal(["4:3 AN0114"], Draft.Of("title: A\nhero:\n  alt: x").Places);

    [Fact]
    public void The_kind_is_a_word_of_the_contract() =>
        Assert.Equal(PictureKind.ConceptArt, Draft.Of("title: A\nhero: {src: a.jpg, kind: concept-art}").Parsed!.Hero!.Facts.Kind);
}

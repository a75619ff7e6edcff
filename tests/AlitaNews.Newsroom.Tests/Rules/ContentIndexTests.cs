using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Newsroom.Site;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Rules;

public sealed class ContentIndexTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private readonly ContentIndex _index = new();

    [Fact]
    public void Two_files_may_swap_their_slugs_in_one_round()
    {
        Round([Article("a.md", "one"), Article("b.md", "two")]);
        var update = Round([Article("a.md", "two"), Article("b.md", "one")]);
        Assert.Equal(["a.md", "b.md"], update.Admitted.Order(StringComparer.Ordinal));
        Assert.Equal(["a.md"], _index.OwnersOf(new(KeyKind.Slug, "two")));
        Assert.Equal(["b.md"], _index.OwnersOf(new(KeyKind.Slug, "one")));
    }

    [Fact]
    public void Two_files_may_swap_their_slugs_one_round_after_the_other()
    {
        Round([Article("a.md", "one"), Article("b.md", "two")]);
        Assert.Empty(Round([Article("a.md", "two")]).Released);
        Assert.Equal(["a.md"], _index.OwnersOf(new(KeyKind.Slug, "one")));
        var update = Round([Article("b.md", "one")]);
        Assert.Equal(["a.md", "b.md"], update.Released.Order(StringComparer.Ordinal));
        Round([Article("a.md", "two"), Article("b.md", "one")]);
        Assert.Equal(["a.md"], _index.OwnersOf(new(KeyKind.Slug, "two")));
        Assert.Equal(["b.md"], _index.OwnersOf(new(KeyKind.Slug, "one")));
        Assert.Empty(_index.Held);
    }

    [Fact]
    public void Who_is_refused_a_new_slug_keeps_the_old_one_though_another_wants_it_in_the_same_round()
    {
        Round([Article("a.md", "one"), Article("b.md", "two")]);
        var update = Round([Article("a.md", "two"), Article("c.md", "one")]);
        Assert.Empty(update.Admitted);
        Assert.Equal(["a.md"], _index.OwnersOf(new(KeyKind.Slug, "one")));
        Assert.Equal(["b.md"], _index.OwnersOf(new(KeyKind.Slug, "two")));
        Assert.Equal(["a.md", "c.md"], _index.Held.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Three_that_want_one_another_s_slugs_are_let_in_together_and_a_fourth_waits()
    {
        Round([Article("a.md", "one"), Article("b.md", "two"), Article("c.md", "three")]);
        Round([Article("d.md", "one")]);
        Round([Article("a.md", "two")]);
        Round([Article("b.md", "three")]);
        var update = Round([Article("c.md", "one")]);
        Assert.Equal(["a.md", "b.md", "c.md"], update.Released.Order(StringComparer.Ordinal));
        Round([Article("a.md", "two"), Article("b.md", "three"), Article("c.md", "one")]);
        Assert.Equal(["d.md"], _index.Held.Keys);
    }

    [Theory]
    [InlineData(1, 2, "a.md")]
    [InlineData(2, 1, "b.md")]
    [InlineData(1, 1, "a.md")]
    public void Of_two_newcomers_the_one_published_first_has_the_slug(int a, int b, string winner)
    {
        _index.BeginRound();
        _index.Apply([Article("a.md", "one", day: a)], []);
        _index.Apply([Article("b.md", "one", day: b)], []); // another part of the same round
        Assert.Equal([winner], _index.OwnersOf(new(KeyKind.Slug, "one")));
        Assert.Equal(winner == "a.md" ? "b.md" : "a.md", Assert.Single(_index.Held).Key);
    }

    [Fact]
    public void What_is_live_keeps_its_slug_whatever_comes()
    {
        Round([Article("b.md", "one", day: 9)]);
        Round([Article("a.md", "one", day: 1)]);
        Assert.Equal(["b.md"], _index.OwnersOf(new(KeyKind.Slug, "one")));
        Assert.Equal(["AN0301"], Codes("a.md"));
    }

    [Fact]
    public void When_the_other_file_is_mended_the_complaint_goes()
    {
        Round([Article("a.md", "one"), Article("b.md", "one", day: 2)]);
        Assert.Equal(["AN0301"], Codes("b.md"));
        var update = Round([Article("a.md", "other")]);
        Assert.Equal(["b.md"], update.Released);
        Round([Article("b.md", "one", day: 2)]);
        Assert.Empty(Codes("b.md"));
    }

    [Fact]
    public void A_file_that_is_held_is_told_of_its_dead_links_until_they_lead_somewhere()
    {
        var bad = new Diagnostic("a.md", 1, 1, Severity.Error, "AN0201", "bad date", null);
        var link = new FactReference(ReferenceTarget.Link, "path:b.md", new Place(9, 1));
        var file = new FactReference(ReferenceTarget.Link, "path:kit.pdf", new Place(10, 1));
        Round([Article("a.md", "one") with { Own = [bad], RefersTo = [link, file] }]);
        Assert.Equal(["AN0201", "AN0304", "AN0304"], Codes("a.md"));
        Assert.Contains("a.md", Round([Article("b.md", "two")]).Affected);
        var left = Assert.Single(new CrossFileRules(_index, Ledger(), SiteFile.Default, Now).Check("a.md"), static finding => finding.Code == "AN0304");
        Assert.StartsWith("\"kit.pdf\" is not published", left.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_held_keeps_its_last_good_version()
    {
        Round([Article("a.md", "one")]);
        var bad = Article("a.md", "two") with { Own = [new Diagnostic("a.md", 1, 1, Severity.Error, DiagnosticCatalogue.BadDate.Code, "bad")] };
        Round([bad]);
        Assert.Equal(["a.md"], _index.OwnersOf(new(KeyKind.Slug, "one")));
        Assert.Equal(["AN0201"], Codes("a.md"));
    }

    [Fact]
    public void Claims_of_a_deleted_article_stay_until_its_id_stands_again()
    {
        Round([Article("a.md", "one", claims: Rumour("x"))]);
        var gone = Assert.Single(Delete("a.md"));
        Assert.True(gone.Vanished);
        Assert.True(_index.Has(new(KeyKind.KnownClaim, "x")));
        Assert.Equal(["AN0309", "AN0609"], Codes("a.md"));

        var update = Round([Article("elsewhere.md", "one")]);
        Assert.Contains("a.md", update.Affected);
        Assert.Empty(Codes("a.md"));
        Assert.False(_index.Has(new(KeyKind.KnownClaim, "x")));
    }

    [Fact]
    public void An_article_that_moves_in_one_round_does_not_vanish()
    {
        Round([Article("a.md", "one", claims: Rumour("x"))]);
        _index.BeginRound();
        _index.Apply([Article("b.md", "one", claims: Rumour("x"))], ["a.md"]);
        Assert.Empty(_index.EndRound(Now));
        Assert.Empty(Codes("a.md"));
    }

    [Fact]
    public void A_redirect_answers_for_an_article_that_went()
    {
        Round([Article("a.md", "one")]);
        Delete("a.md");
        Assert.Equal(["AN0309"], Codes("a.md"));
        var update = Round([new FileFacts { Path = "redirects.yaml", Kind = FileKind.Redirects, Addresses = ["/news/one"] }]);
        Assert.Contains("a.md", update.Affected);
        Assert.Empty(Codes("a.md"));
    }

    [Fact]
    public void A_claim_made_of_a_title_gives_way_to_one_that_is_listed()
    {
        var bare = Rumour("one") with { Implicit = true };
        Round([Article("a.md", "one", claims: bare)]);
        Assert.NotNull(Ledger().Find("one"));
        var update = Round([Article("b.md", "two", claims: Rumour("one"))]);
        Assert.Equal(["a.md"], update.Released);
        Assert.Equal(["b.md"], Ledger().Find("one")!.Events.Select(static said => said.Path));
        Assert.Contains("AN0617", Codes("a.md"));
    }

    [Fact]
    public void A_sidecar_concerns_everybody_who_shows_its_picture()
    {
        var use = new PictureUse("a.png", Place.Start, Lead: false, new PictureWords { HasAlt = true }, Guess: null);
        var reference = new FactReference(ReferenceTarget.Picture, "a.png", Place.Start);
        Round([Article("a.md", "one") with { Shows = [use], RefersTo = [reference] }, new FileFacts { Path = "media/a.png", Kind = FileKind.Picture }]);
        Assert.Equal(["AN0404"], Codes("a.md"));
        var update = Round([new FileFacts { Path = "media/a.png.yaml", Kind = FileKind.Sidecar, Picture = new PictureWords { HasCredit = true } }]);
        Assert.Contains("a.md", update.Affected);
        Assert.Empty(Codes("a.md"));
    }

    [Fact]
    public void Where_pictures_may_lie_counts_for_files_that_were_there_before()
    {
        Round([Article("a.md", "one") with { RefersTo = [new FactReference(ReferenceTarget.Picture, "/a.png", Place.Start)] }]);
        Assert.DoesNotContain("a.md", Round([new FileFacts { Path = "pics/b.png", Kind = FileKind.Picture }]).Affected);
        _index.MediaRoots = ["pics"];
        Assert.Contains("AN0401", Codes("a.md"));
        Assert.Contains("a.md", Round([new FileFacts { Path = "pics/a.png", Kind = FileKind.Picture }]).Affected);
        Assert.Empty(Codes("a.md"));
    }

    [Fact]
    public void Claims_that_read_nearly_the_same_are_found_whatever_stood_in_their_files_before()
    {
        string[] words = ["alita", "sequel", "starts", "begins", "filming", "in", "2026"];
        var text = Gen.Int[0, words.Length - 1].List[3, 6].Select(chosen => string.Join(' ', chosen.Select(i => words[i])));
        Gen.Select(Gen.Int[0, 4], text).List[1, 15].Sample(saves =>
        {
            var (grown, fresh) = (new ContentIndex(), new ContentIndex());
            foreach (var (file, words) in saves)
                Save(grown, file, words);
            foreach (var (file, words) in saves.GroupBy(static save => save.Item1).Select(static all => all.Last()))
                Save(fresh, file, words);
            return Enumerable.Range(0, 5).All(file => Findings(grown, file).SequenceEqual(Findings(fresh, file)));
        });

        static void Save(ContentIndex index, int file, string words)
        {
            var facts = Article($"{file}.md", $"{file}", day: 1 + file, claims: Rumour($"claim-{file}") with { Text = words });
            var place = new ClaimPlace(Place.Start, Place.Start, Place.Start);
            index.BeginRound();
            index.Apply([facts with { Article = facts.Article! with { Topics = ["alita"], ClaimPlaces = [place] } }], []);
        }

        static IEnumerable<Diagnostic> Findings(ContentIndex index, int file) =>
            new CrossFileRules(index, new ClaimLedger(index, ClaimRules.Of(SiteFile.Default)), SiteFile.Default, Now).Check($"{file}.md");
    }

    private static FileFacts Article(string path, string slug, int day = 1, ClaimEntry? claims = null) => new()
    {
        Path = path,
        Kind = FileKind.Article,
        Id = slug,
        Article = new ArticleFacts
        {
            Slug = slug,
            Date = new DateTimeOffset(2025, 1, day, 0, 0, 0, TimeSpan.Zero),
            Publish = new DateTimeOffset(2025, 1, day, 0, 0, 0, TimeSpan.Zero),
            Hedged = true,
            Claims = claims is null ? [] : [claims],
        },
    };

    private static ClaimEntry Rumour(string id) => new() { Id = id, Text = "A sentence about " + id, Status = ClaimStatus.Rumour, Primary = true };

    private IndexUpdate Round(FileFacts[] changed)
    {
        _index.BeginRound();
        var update = _index.Apply(changed, []);
        _index.EndRound(Now);
        return update;
    }

    private IReadOnlyList<FileFacts> Delete(string path)
    {
        _index.BeginRound();
        _index.Apply([], [path]);
        return _index.EndRound(Now);
    }

    private ClaimLedger Ledger() => new(_index, ClaimRules.Of(SiteFile.Default));

    private IEnumerable<string> Codes(string path) => new CrossFileRules(_index, Ledger(), SiteFile.Default, Now).Check(path).Select(static finding => finding.Code);
}

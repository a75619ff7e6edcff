using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Makes an article of its path and front matter (<c>content.md</c>, section 4). Never throws on what an editor wrote.</summary>
public static class ArticleParser
{
    private const int LongTitle = 110;
    private const int LongSummary = 300;

    private static readonly Dictionary<string, ArticleKind> Kinds =
        Enum.GetValues<ArticleKind>().ToDictionary(static kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Reads an article up to its body.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settings">The site, the folder, the moment.</param>
    /// <param name="bag">Takes the findings.</param>
    /// <returns>The article, also one that <paramref name="bag"/> says cannot be published; null where the front matter cannot be read.</returns>
    public static ParsedArticle? Parse(SourceFile file, ArticleSettings settings, DiagnosticBag bag)
    {
        var parts = FrontMatterReader.Read(file, bag);
        if (bag.Blocked)
            return null;
        var fields = ArticleFields.Sort(parts.Fields, bag);
        if (settings.Defaults is { } defaults)
            fields.InheritFrom(defaults.Fields);
        return Build(fields, ArticlePath.Read(file.Path), file.Path, settings, bag) with { BodyStart = parts.BodyStart };
    }

    /// <summary>Finds what is wrong with the values of folder defaults, once, in their own file.</summary>
    internal static void CheckDefaults(ArticleFields fields, ArticleSettings settings, DiagnosticBag bag)
    {
        var path = ArticlePath.Read("2000-01-01-defaults.md");
        Build(fields, path, "", settings with { Defaults = null }, bag);
    }

    private static ParsedArticle Build(ArticleFields fields, ArticlePath path, string filePath, ArticleSettings settings, DiagnosticBag bag)
    {
        var typer = new FieldTyper(fields, bag, ArticleTimes.ZoneOf(fields, settings, bag));
        var own = new List<Field>(fields.Params);
        var slug = ArticleIdentity.ReadSlug(fields, typer, path);
        var id = ArticleIdentity.ReadId(fields, typer);
        var title = typer.Line(ArticleKey.Title) is { } line ? Unescape(line) : null;
        var (headline, lifted) = TitlePrefix.Lift(title ?? path.Words);
        CheckLength(typer, ArticleKey.Title, headline, LongTitle, DiagnosticCatalogue.LongTitle);
        var kind = ReadKind(fields, typer, own);
        var sponsor = ArticleMaps.ReadSponsor(fields[ArticleKey.Sponsor], typer.For(ArticleKey.Sponsor));
        var times = ArticleTimes.Read(fields, typer, path, settings);
        var summary = typer.Line(ArticleKey.Summary);
        CheckLength(typer, ArticleKey.Summary, summary, LongSummary, DiagnosticCatalogue.LongSummary);
        CheckSchema(fields, typer);
        var pin = ArticleMaps.ReadPin(fields[ArticleKey.Featured], typer.For(ArticleKey.Featured), fields.WrittenKey(ArticleKey.Featured));
        var authors = BylineParser.List(fields[ArticleKey.Authors], typer.For(ArticleKey.Authors), settings.Generator.People);
        var article = new Article
        {
            Path = filePath,
            Id = id ?? slug,
            Slug = slug,
            Title = headline,
            ShortTitle = typer.Line(ArticleKey.ShortTitle),
            SeoTitle = typer.Line(ArticleKey.SeoTitle),
            Description = typer.Line(ArticleKey.Description) ?? typer.Line(ArticleKey.SeoDescription),
            Canonical = ArticleAddresses.ReadWebAddress(fields[ArticleKey.Canonical], typer.For(ArticleKey.Canonical), fields.WrittenKey(ArticleKey.Canonical)),
            RedirectTo = ArticleAddresses.ReadRedirect(fields, typer, settings.Site.BaseUrl),
            Aliases = ArticleAddresses.ReadAliases(fields, typer, settings.Site.BaseUrl),
            Kind = sponsor is { Scope: not "underwritten" } ? ArticleKind.Sponsored : kind ?? (lifted ? ArticleKind.Rumour : ArticleKind.News),
            Section = typer.Line(ArticleKey.Section) is { } section ? Slug.Of(section) : Slug.Of(settings.Section),
            Topics = ArticleLists.ReadTopics(fields, typer, settings.SplitAtBlanks),
            Tags = ArticleLists.ReadTags(fields, typer, settings.SplitAtBlanks, settings.Generator.Tags),
            Series = ArticleLists.ReadSeries(fields, typer),
            Part = typer.Number(ArticleKey.Part),
            Related = typer.For(ArticleKey.Related).Ids(fields[ArticleKey.Related], "related", FieldReferenceKind.Article),
            Weight = typer.Number(ArticleKey.Weight) ?? 0,
            Featured = pin.Featured,
            PinnedUntil = pin.Until,
            Date = times.Date,
            DateIsFirstSeen = times.DateIsFirstSeen,
            Publish = times.Publish,
            Updated = times.Updated,
            Expires = times.Expires,
            Draft = ReadDraft(fields, typer, settings.InDrafts),
            Unlisted = typer.Flag(ArticleKey.Unlisted) == true,
            NoIndex = typer.Flag(ArticleKey.NoIndex) == true,
            Removed = ArticleMaps.ReadRemoval(fields[ArticleKey.Removed], typer.Own, settings.Site.RemovedIsSilent),
            Authors = authors.Count > 0 ? BylineParser.Complete(authors, fields.Params) : [new Byline(settings.Site.Author)],
            Editor = typer.Person(ArticleKey.Editor),
            ReviewedBy = typer.Person(ArticleKey.ReviewedBy),
            Translator = typer.Person(ArticleKey.Translator),
            Kicker = typer.Line(ArticleKey.Kicker),
            Summary = summary,
            SocialTitle = typer.Line(ArticleKey.SocialTitle),
            SocialDescription = typer.Line(ArticleKey.SocialDescription),
            SocialImage = typer.Picture(ArticleKey.SocialImage),
            Claims = ClaimEntryParser.List(fields[ArticleKey.Claims], typer.Own, settings.Now),
            Sources = SourceMentionParser.List(fields[ArticleKey.Sources], typer.For(ArticleKey.Sources)),
            Corrections = CorrectionParser.List(fields[ArticleKey.Corrections], typer.For(ArticleKey.Corrections)),
            Verification = typer.Line(ArticleKey.Verification),
            Spoiler = ReadSpoiler(typer),
            ContentWarning = typer.Line(ArticleKey.ContentWarning),
            Sponsor = sponsor,
            AiUse = typer.Line(ArticleKey.AiUse),
            Language = LanguageTag.Read(fields, typer, path),
            License = typer.Text(ArticleKey.License),
            ParamsJson = ParamsWriter.Write(own),
        };
        return new ParsedArticle
        {
            Article = article,
            BodyStart = 0,
            TitleWritten = title is not null,
            WrittenTitle = title,
            KindWritten = kind is not null || sponsor is not null,
            IdWritten = id is not null,
            Standfirst = typer.Markdown(ArticleKey.Standfirst),
            Backstory = typer.Markdown(ArticleKey.Backstory),
            Hero = HeroFieldParser.Parse(fields, typer),
            ExcerptSeparator = typer.Text(ArticleKey.ExcerptSeparator),
            AddressWritten = fields.OldAddresses.Count > 0,
            AddressPattern = fields.AddressPattern,
            TitleSpan = title is null || fields.IsInherited(ArticleKey.Title) ? TextSpan.FileStart : fields[ArticleKey.Title]!.Span,
            IdentitySpan = (fields[ArticleKey.Slug] ?? fields[ArticleKey.Id])?.Span ?? TextSpan.FileStart,
            References = typer.References,
        };
    }

    // What never had a page must not become public by moving house; the wish counts whatever "draft" says.
    private static bool ReadDraft(ArticleFields fields, FieldTyper typer, bool inDrafts)
    {
        var draft = typer.Flag(ArticleKey.Draft) == true || inDrafts;
        if (fields.NoPage is not { } wish || draft)
            return draft;
        var (who, hint) = wish.KeySpan == TextSpan.FileStart ? ("its folder", "write \"draft: true\" if that is meant") : ($"\"{wish.Key}\"", "write \"draft: true\" instead, or take the key out to publish it");
        typer.Own.Report(DiagnosticCatalogue.NoPageWanted, wish.KeySpan, $"{who} asks for no page of this: it is a draft", hint);
        return true;
    }

    // Titles that WordPress exported have its quotes as numbers, which pages of other generators show as quotes.
    private static string Unescape(string title) => title.Contains("&#", StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(title) : title;

    private static ArticleKind? ReadKind(ArticleFields fields, FieldTyper typer, List<Field> unknown)
    {
        if (typer.Line(ArticleKey.Kind) is not { } word)
            return null;
        if (Kinds.TryGetValue(word.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal), out var kind))
            return kind;
        var node = fields[ArticleKey.Kind]!;
        typer.For(ArticleKey.Kind).Report(
            DiagnosticCatalogue.UnknownKind,
            node.Span,
            $"\"{word}\" is no kind of article{Suggestion.AsQuestion(word.ToLowerInvariant(), Kinds.Keys)}; it is kept in params",
            $"one of {string.Join(", ", Kinds.Keys)}");
        unknown.Add(new Field("kind", node.Span, node));
        return null;
    }

    // The words the pages know are none, mild and major; a switch of other generators is one of the ends.
    private static string ReadSpoiler(FieldTyper typer) => typer.Line(ArticleKey.Spoiler) is not { } spoiler ? "none" : spoiler.ToLowerInvariant() switch
    {
        "none" or "false" or "no" => "none",
        "mild" => "mild",
        "major" or "true" or "yes" => "major",
        _ => spoiler,
    };

    private static void CheckSchema(ArticleFields fields, FieldTyper typer)
    {
        if (typer.Number(ArticleKey.Schema) is not null and not 1)
            typer.For(ArticleKey.Schema).Report(DiagnosticCatalogue.UnknownValue, fields[ArticleKey.Schema]!.Span, "the only schema there is, is 1");
    }

    private static void CheckLength(FieldTyper typer, ArticleKey key, string? text, int most, DiagnosticRule rule)
    {
        if (text?.Length > most && new System.Globalization.StringInfo(text).LengthInTextElements > most && typer.Where(key) is { } at)
            typer.For(key).Report(rule, at, $"\"{ArticleKeys.NameOf(key)}\" has more than {most} characters");
    }
}

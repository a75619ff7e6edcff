using System.Security.Cryptography;
using System.Text;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Markdown.Figures;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Newsroom.Style;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Compiles an article: front matter, body, and what each adds to the other.</summary>
internal static class ArticleCompiler
{
    /// <summary>Compiles an article's file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="firstSeen">When its path was first seen.</param>
    /// <param name="identity">Its id at first sight, or null where this is it.</param>
    /// <param name="settings">The site.</param>
    /// <param name="bag">Takes the findings.</param>
    public static CompiledFile Compile(SourceFile file, DateTimeOffset firstSeen, string? identity, CompileSettings settings, DiagnosticBag bag)
    {
        var parsed = ArticleParser.Parse(
            file,
            new ArticleSettings
            {
                Site = settings.Site,
                Now = settings.Now,
                FirstSeen = firstSeen,
                Section = settings.Layout.SectionOf(file.Path),
                Defaults = settings.FindDefaults(file.Path),
                InDrafts = ContentLayout.IsInDrafts(file.Path),
                SplitAtBlanks = settings.Layout.IsJekyll(file.Path),
                Generator = settings.Generator,
            },
            bag);
        if (parsed is null)
            return new CompiledFile { Facts = Blocked(file.Path, bag) };

        if (!settings.Layout.IsOwn && !parsed.Article.Draft && ContentLayout.FileName(file.Path)[0] == '_')
            bag.Add(DiagnosticCatalogue.NoPageWanted, TextSpan.FileStart, "some generators make no page of a file whose name begins with \"_\": here it is public", "write \"draft: true\" if it shall not be");

        // One that cannot be published is compiled to its end all the same: an editor hears of everything at once. But nothing of it is claimed.
        var blocked = bag.Blocked;
        var english = IsEnglish(parsed.Article.Language ?? settings.Site.Language);
        var markdown = settings.Markdown with { LiftTitle = !parsed.TitleWritten, ExcerptSeparator = parsed.ExcerptSeparator, ChecksStyle = english };
        var body = NewsMarkdown.Compile(file, new TextSpan(parsed.BodyStart, file.Text.Length), markdown, bag);
        var standfirst = Inline(parsed.Standfirst);
        var caption = Inline(parsed.Hero?.Caption);
        var backstory = parsed.Backstory is { } told ? NewsMarkdown.CompileText(file, told.Span, told.Text, markdown, bag) : null;
        var article = ArticleCompletion.Complete(
            parsed,
            body,
            standfirst?.PlainText,
            bag);
        article = article with
        {
            Id = parsed.IdWritten || identity is null ? article.Id : identity,
            StandfirstHtml = standfirst?.Html,
            BackstoryHtml = backstory?.Html,
            Aliases = FormerAddresses.List(article, parsed, settings),
        };
        var hero = parsed.Hero is { } lead ? HeroFigure(file, lead, caption?.Html, markdown, bag) : body.Figures.FirstOrDefault(static figure => !figure.Inline && figure.ForeignHost is null);
        var references = body.References.Concat(standfirst?.References ?? []).Concat(backstory?.References ?? []).Concat(caption?.References ?? []).ToList();
        if (english)
            CheckTimes(article, parsed, bag);
        var hedged = !english || (parsed.WrittenTitle ?? body.LiftedTitle) is not { } headline || Hedge.IsIn(headline);
        var pictures = PictureUse.List(file, body.Figures, hero);
        var facts = Facts(file, article, parsed, references, bag);
        if (blocked && !settings.ForPreview)
        {
            var itself = IndexKeys.MadeBy(facts).ToHashSet();
            return new CompiledFile
            {
                Facts = Blocked(file.Path, bag) with
                {
                    RefersTo = [.. facts.RefersTo.Where(reference => !ReferenceKeys.List(reference, file.Path, markdown.MediaRoots).Any(itself.Contains))],
                    Shows = pictures,
                },
            };
        }

        facts = facts with { Shows = pictures, Article = facts.Article! with { Hedged = hedged } };
        return bag.Blocked && !settings.ForPreview
            ? new CompiledFile { Facts = facts }
            : new CompiledFile { Facts = facts, Article = article, Body = body with { References = references }, Hero = hero, Social = Social(file, article, markdown), TextHash = Hash(article.Title, body.Html) };

        CompiledInline? Inline(MarkdownField? field) =>
            field is null ? null : NewsMarkdown.CompileInline(file, field.Span, field.Text, markdown, bag);
    }

    private static FileFacts Facts(
        SourceFile file, Article article, ParsedArticle parsed, IReadOnlyList<Reference> references, DiagnosticBag bag) => new()
        {
            Path = file.Path,
            Kind = FileKind.Article,
            Id = article.Id,
            Name = article.Title,
            Addresses = article.Aliases,
            RefersTo = [.. parsed.References.Select(reference => ReferenceKeys.Of(reference, file)).OfType<FactReference>(), .. article.Claims.Where(static entry => entry is { Status: null, Text: null }).Select(entry => ReferenceKeys.OfMention(entry, file)), .. references.Select(reference => ReferenceKeys.Of(reference, file))],
            Article = new ArticleFacts
            {
                Slug = article.Slug,
                Identity = PlaceOf(file, parsed.IdentitySpan),
                TitlePlace = PlaceOf(file, parsed.TitleSpan),
                Section = article.Section,
                Date = article.Date,
                Publish = article.Publish,
                Expires = article.Expires,
                Draft = article.Draft,
                Removed = article.Removed is not null,
                IsRumour = article is { Draft: false, Removed: null } && (article.Kind == ArticleKind.Rumour || article.Claims.Any(static claim => claim.Status?.IsOpen() == true)),
                Topics = article.Topics,
                Claims = article.Claims,
                ClaimPlaces = [.. article.Claims.Select(claim => new ClaimPlace(PlaceOf(file, claim.Span), PlaceOf(file, claim.TextSpan), PlaceOf(file, claim.StatusSpan)))],
            },
            Own = bag.Items,
        };

    private static FileFacts Blocked(string path, DiagnosticBag bag) => new() { Path = path, Kind = FileKind.Article, Own = bag.Items };

    private static Figure HeroFigure(SourceFile file, HeroField written, string? captionHtml, MarkdownSettings markdown, DiagnosticBag bag)
    {
        var facts = written.Facts;
        if (facts.Alt is null or "" && facts.Decorative != true)
            bag.Add(DiagnosticCatalogue.MissingAlt, written.Span, "the lead picture has no alternative text", "write \"alt:\" and say what it shows");
        var host = MediaPaths.FindForeignHost(written.Src);
        if (host is not null)
            bag.Add(DiagnosticCatalogue.ForeignPicture, written.Span, $"the lead picture lies at {host}; it is not shown", "put a copy into the folder of the article or into media/");
        return new Figure
        {
            Src = written.Src,
            Candidates = MediaPaths.List(file.Path, written.Src, markdown.MediaRoots),
            ForeignHost = host,
            Alt = facts.Alt ?? "",
            CaptionHtml = captionHtml,
            Facts = facts,
            Width = written.Width,
            Align = written.Align,
            Span = written.Span,
        };
    }

    private static Figure? Social(SourceFile file, Article article, MarkdownSettings markdown) => article.SocialImage is not { } src || MediaPaths.FindForeignHost(src) is not null
        ? null
        : new Figure { Src = src, Candidates = MediaPaths.List(file.Path, src, markdown.MediaRoots), Alt = article.SocialTitle ?? article.Title };

    private static void CheckTimes(Article article, ParsedArticle parsed, DiagnosticBag bag)
    {
        if (parsed.TitleWritten)
            CheckTimes(article.Title, parsed.TitleSpan, bag);
        if (parsed.Standfirst is { } standfirst)
            CheckTimes(standfirst.Text, standfirst.Span, bag);
        foreach (var claim in article.Claims.Where(static claim => claim is { Text: not null, Implicit: false }))
            CheckTimes(claim.Text!, claim.TextSpan, bag);
    }

    private static void CheckTimes(string text, TextSpan at, DiagnosticBag bag)
    {
        foreach (var (_, phrase) in RelativeTimes.List(text))
            bag.Add(DiagnosticCatalogue.RelativeTime, at, StyleReport.MessageFor(phrase), StyleReport.Hint);
    }

    private static bool IsEnglish(string language) => language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);

    private static Place PlaceOf(SourceFile file, TextSpan span)
    {
        var (line, column) = file.Lines.Locate(span.Start);
        return new Place(line, column);
    }

    private static byte[] Hash(string title, string html) => SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n" + html));
}

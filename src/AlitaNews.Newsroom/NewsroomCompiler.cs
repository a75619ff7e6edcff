using System.Security.Cryptography;
using System.Text;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Authors;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Markdown.Figures;
using AlitaNews.Newsroom.Pages;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Newsroom.Text;
using AlitaNews.Newsroom.Topics;

namespace AlitaNews.Newsroom;

/// <summary>The front door: bytes and an instant in, a value and findings out. Touches nothing, throws on nothing an editor wrote, safe for use by several threads.</summary>
public static class NewsroomCompiler
{
    /// <summary>Compiles one file by itself. What other files have to say about it is the business of <see cref="CrossFileRules"/>.</summary>
    /// <param name="path">Its path, relative to the content folder.</param>
    /// <param name="kind">What it is (<see cref="ContentLayout.KindOf"/>); no picture.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="firstSeen">When its path was first seen.</param>
    /// <param name="identity">An article's id at first sight, or null where this is it.</param>
    /// <param name="settings">The site.</param>
    public static CompiledFile Compile(string path, FileKind kind, byte[] bytes, DateTimeOffset firstSeen, string? identity, CompileSettings settings)
    {
        var file = Open(path, bytes, out var bag);
        if (bag.Blocked)
            return new CompiledFile { Facts = new FileFacts { Path = path, Kind = kind, Own = bag.Items } };
        try
        {
            return kind switch
            {
                FileKind.Article => ArticleCompiler.Compile(file, firstSeen, identity, settings, bag),
                FileKind.Page => Piece(kind, file, StandingPageParser.Parse(file, settings.Site, bag), settings, bag, static page => page.Name, static page => page.Title, static (made, page) => made with { Page = page }),
                FileKind.Section when settings.Layout.IsSectionPage(path) => Piece(
                    kind, file, Section(file, settings, bag), settings, bag, static section => section.Id, static section => section.Title, static (made, section) => made with { Section = section }),
                FileKind.Author => Piece(kind, file, AuthorParser.Parse(file, bag), settings, bag, static author => author.Id, static author => author.Name, static (made, author) => made with { Author = author }),
                FileKind.Topic => Piece(kind, file, TopicParser.Parse(file, bag), settings, bag, static topic => topic.Id, static topic => topic.Name, static (made, topic) => made with { Topic = topic }),
                FileKind.Source => Piece(kind, file, SourceParser.Parse(file, bag), settings, bag, static source => source.Id, static source => source.Name, static (made, source) => made with { Source = source }),
                FileKind.Claim => Piece(kind, file, ClaimFileParser.Parse(file, bag), settings, bag, static claim => claim.Id, static claim => claim.Text ?? claim.Id, static (made, claim) => made with { ClaimFile = claim }),
                _ => Data(kind, file, settings, bag),
            };
        }
        catch (Exception e)
        {
            // A fault of ours, not of the copy: the file keeps its last good version, the editor is told that it is one, and the log gets all of it.
            bag.Add(DiagnosticCatalogue.UnreadableBody, TextSpan.FileStart, $"this file cannot be compiled ({e.GetType().Name})", "this is a fault of the site: please report it with the file");
            return new CompiledFile { Facts = new FileFacts { Path = path, Kind = kind, Own = bag.Items }, Fault = e };
        }
    }

    /// <summary>What a <c>_defaults.yaml</c>, or the <c>cascade</c> of an <c>_index.md</c>, says for the folder; null where it says nothing.</summary>
    /// <param name="path">Its path, relative to the content folder.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="settings">The site.</param>
    /// <param name="lastGood">What it said before, which holds where it cannot be read; or null.</param>
    public static FolderDefaults? ReadDefaults(string path, byte[] bytes, CompileSettings settings, FolderDefaults? lastGood = null)
    {
        var file = Open(path, bytes, out var bag);
        var read = bag.Blocked ? null : Defaults(file, settings, bag);
        return bag.Blocked ? lastGood : read;
    }

    private static SourceFile Open(string path, byte[] bytes, out DiagnosticBag bag)
    {
        if (bytes.Length > TextLimits.FileBytes)
        {
            bag = new DiagnosticBag(SourceFile.FromText(path, ""));
            bag.Add(DiagnosticCatalogue.LimitExceeded, TextSpan.FileStart, $"the file has more than {TextLimits.FileBytes / 1024 / 1024} MiB", "split it");
            return SourceFile.FromText(path, "");
        }

        if (SourceFile.TryDecode(path, bytes, out var badByte) is { } file)
        {
            bag = new DiagnosticBag(file);
            return file;
        }

        // Decoded with replacement characters only to find the line of the first bad byte.
        var readable = SourceFile.FromText(path, Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Clamp(badByte, 0, bytes.Length))));
        bag = new DiagnosticBag(readable);
        bag.Add(DiagnosticCatalogue.NotText, TextSpan.At(readable.Text.Length), "this is not UTF-8 text", "save the file as UTF-8");
        return readable;
    }

    private static CompiledFile Piece<T>(
        FileKind kind, SourceFile file, ParsedPiece<T>? parsed, CompileSettings settings, DiagnosticBag bag, Func<T, string> id, Func<T, string> name, Func<CompiledFile, T, CompiledFile> put)
    {
        if (parsed is null || bag.Blocked)
            return new CompiledFile { Facts = new FileFacts { Path = file.Path, Kind = kind, Own = bag.Items } };
        var markdown = settings.Markdown with { LiftTitle = !parsed.TitleWritten };
        var body = NewsMarkdown.Compile(file, new TextSpan(parsed.BodyStart, file.Text.Length), markdown, bag);
        var standfirst = parsed.Standfirst is { } written ? NewsMarkdown.CompileInline(file, written.Span, written.Text, markdown, bag) : null;
        var references = body.References.Concat(standfirst?.References ?? []).ToList();
        var made = put(new CompiledFile { Facts = new FileFacts { Path = file.Path, Kind = kind }, Body = body with { References = references } }, parsed.Piece);
        made = Finish(made, body.LiftedTitle, standfirst?.Html);
        var image = made.Topic?.Image ?? made.Author?.Image;
        var title = made.Page?.Title ?? made.Section?.Title ?? name(parsed.Piece);
        if (kind == FileKind.Page && IndexKeys.FixedAddresses.Contains("/" + id(parsed.Piece)))
            bag.Add(DiagnosticCatalogue.ReservedAddress, TextSpan.FileStart, $"\"/{id(parsed.Piece)}\" is an address of the site itself", "call the page something else");
        return made with
        {
            Hero = image is null ? null : new Figure { Src = image, Candidates = MediaPaths.List(file.Path, image, markdown.MediaRoots), Alt = name(parsed.Piece) },
            TextHash = SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{(standfirst is null ? "" : standfirst.Html + "\n")}{body.Html}")),
            Facts = made.Facts with
            {
                Id = id(parsed.Piece),
                Name = title,
                AliasIds = made.Source?.Aliases ?? made.ClaimFile?.Aliases ?? [],
                Addresses = made.Page?.Aliases ?? made.Section?.Aliases ?? [],
                Claim = made.ClaimFile,
                Source = made.Source is { } source ? new SourceFacts(source.Kind, source.OnRecord) : null,
                Shows = PictureUse.List(file, made.Body.Figures, null),
                RefersTo = [.. parsed.References.Select(reference => ReferenceKeys.Of(reference, file)).OfType<FactReference>(), .. references.Select(reference => ReferenceKeys.Of(reference, file))],
                Own = bag.Items,
            },
        };
    }

    // What only the text around the front matter knows.
    private static CompiledFile Finish(CompiledFile made, string? liftedTitle, string? standfirstHtml) => made with
    {
        Page = made.Page is { } page ? page with { Title = liftedTitle ?? page.Title, StandfirstHtml = standfirstHtml } : null,
        Section = made.Section is { } section ? section with { Title = liftedTitle ?? section.Title, StandfirstHtml = standfirstHtml } : null,
    };

    private static CompiledFile Data(FileKind kind, SourceFile file, CompileSettings settings, DiagnosticBag bag)
    {
        var made = new CompiledFile { Facts = new FileFacts { Path = file.Path, Kind = kind } };
        IReadOnlyList<FieldReference> references = [];
        IReadOnlyList<Reference> named = [];
        switch (kind)
        {
            case FileKind.Site:
                made = made with { Site = SiteParser.Parse(file, bag) };
                break;
            case FileKind.Redirects:
                made = made with { Redirects = RedirectsParser.Parse(file, settings.Site, bag) };
                break;
            case FileKind.Foreign:
                ReportUnread(file, settings.Layout, bag);
                break;
            case FileKind.Sidecar:
                made = made with { Sidecar = PictureFields.ParseSidecar(file, bag, out references, out var caption) };
                named = caption is null ? [] : NewsMarkdown.CompileInline(file, caption.Span, caption.Text, settings.Markdown, bag).References;
                break;
            case FileKind.Defaults:
                _ = Defaults(file, settings, bag);
                break;
            case FileKind.Section:
                made = made with { Redirects = FolderPage(file, settings, bag) };
                break;
        }

        return made with
        {
            Facts = made.Facts with
            {
                Own = bag.Items,
                Addresses = [.. made.Redirects.Where(static line => line.To is not null).Select(static line => line.From)],
                GoneAddresses = [.. made.Redirects.Where(static line => line.To is null).Select(static line => line.From)],
                Picture = made.Sidecar is { } sidecar ? PictureWords.Of(sidecar) : null,
                RefersTo = [.. references.Select(reference => ReferenceKeys.Of(reference, file)).OfType<FactReference>(), .. named.Select(reference => ReferenceKeys.Of(reference, file))],
            },
        };
    }

    // An _index.md further down, or of all articles, is the page of no section: what it hands down counts, and where it stood.
    private static List<Redirect> FolderPage(SourceFile file, CompileSettings settings, DiagnosticBag bag)
    {
        if (Section(file, settings, bag) is not { } page || bag.Blocked)
            return [];
        if (!file.Text.AsSpan(page.BodyStart).IsWhiteSpace())
            bag.Add(DiagnosticCatalogue.UnreadText, TextSpan.FileStart, "readers do not see the text of this _index.md: only a section has a page, the first folder below the articles", "make it an article, or a page in pages/");
        return [.. page.Piece.Aliases.Select(address => new Redirect(address, SectionAddresses.Target(file.Path, settings.Layout), null, TextSpan.FileStart))];
    }

    // Passed over without a word, a text would seem to be lost.
    private static void ReportUnread(SourceFile file, ContentLayout layout, DiagnosticBag bag)
    {
        if (ContentLayout.IsListPage(file.Path) && FrontMatterReader.Read(file, new DiagnosticBag(file)) is var parts && file.Text.AsSpan(parts.BodyStart).IsWhiteSpace())
            return; // settings of another generator, without a word for readers
        var (rule, message, hint) = ContentLayout.IsProgramme(file.Path)
            ? (DiagnosticCatalogue.ForeignFormat, "programmes are not run: what this one gives the posts, an address or a \"draft\" among it, they do not have", "write it as JSON, or into a _defaults.yaml; patterns of addresses into the posts or redirects.yaml")
            : !ContentLayout.IsMarkdown(file.Path)
            ? (DiagnosticCatalogue.ForeignFormat, $"files that end in \"{Path.GetExtension(file.Path)}\" are not read; readers do not see this one", "save it as Markdown, with the ending .md")
            : ContentLayout.IsListPage(file.Path) && layout.IsAmongArticles(file.Path)
                ? (DiagnosticCatalogue.UnreadText, "readers do not see this text: a section has one page, that of its _index.md", "put it into _index.md, or make it a page in pages/")
            : layout.IsAmongArticles(file.Path)
                ? (DiagnosticCatalogue.UnreadText, "readers do not see this text: it lies in the folder of an index.md, which is one article with its pictures", "move it elsewhere, or call the index.md _index.md")
                : (DiagnosticCatalogue.UnreadText, $"readers do not see this text: the articles lie in {layout.ArticleRoot}", $"move it to {layout.ArticleRoot} or, if it has no date, to pages/");
        bag.Add(rule, TextSpan.FileStart, message, hint);
    }

    // What the section hands down to its articles is complained of here, once.
    private static ParsedPiece<SectionPage>? Section(SourceFile file, CompileSettings settings, DiagnosticBag bag)
    {
        var section = StandingPageParser.ParseSection(file, settings.Layout.SectionOf(file.Path), bag, settings.Site.BaseUrl);
        if (section?.DraftSpan is { } draft)
        {
            var (message, hint) = settings.Generator.IsZola
                ? ("all articles below this draft are drafts", "write \"cascade:\" with \"draft: true\" instead, or take the key out to publish them")
                : ("the draft of a list hides nothing: it and the articles below it are public", "write \"draft: true\" below \"cascade:\" to hide the articles");
            bag.Add(DiagnosticCatalogue.NoPageWanted, draft, message, hint);
        }

        if (section?.Cascade is { } cascade)
            _ = FolderDefaults.Parse(cascade, new ArticleSettings { Site = settings.Site, Now = settings.Now, FirstSeen = settings.Now }, bag);
        return section is null ? null : section with { Piece = section.Piece with { Aliases = SectionAddresses.List(section.Piece, settings) } };
    }

    private static FolderDefaults? Defaults(SourceFile file, CompileSettings settings, DiagnosticBag bag)
    {
        var article = new ArticleSettings { Site = settings.Site, Now = settings.Now, FirstSeen = settings.Now };
        if (GeneratorParser.IsDirectoryData(file.Path))
            return GeneratorParser.Read(file) is { } data ? FolderDefaults.Parse(data, article, new DiagnosticBag(file)) : null;
        if (!ContentLayout.IsMarkdown(file.Path))
            return FolderDefaults.Parse(file, article, bag);
        var section = StandingPageParser.ParseSection(file, settings.Layout.SectionOf(file.Path), bag, settings.Site.BaseUrl);
        var handed = section?.Cascade?.Fields ?? [];
        if (section?.DraftSpan is { } draft && settings.Generator.IsZola)
            handed = [.. handed, new Field("render", draft, FieldNode.Scalar("false", quoted: false, draft))];
        return section?.Cascade is null && handed.Count == 0 ? null : FolderDefaults.Parse(FieldNode.Map(handed, TextSpan.FileStart), article, bag);
    }
}

using System.CommandLine;
using System.Text;
using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Skeletons;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Verbs;

/// <summary><c>new</c>: begins a file in the right place of the content folder and prints its path.</summary>
public static class NewVerb
{
    private static readonly Argument<string> Kind = new("kind") { Description = "article, claim, source, topic or author." };
    private static readonly Argument<string> Title = new("title") { Description = "The title of an article, the sentence of a claim, a name." };

    /// <summary>Describes the verb.</summary>
    public static Command Create()
    {
        Kind.AcceptOnlyFromAmong([.. Skeleton.Kinds]);
        var verb = new Command("new", "Writes the beginning of a new file in the right place, and prints its path. Overwrites nothing.") { Kind, Title };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((parsed, cancel) => RunAsync(parsed, cancel));
        return verb;
    }

    private static FileKind KindOf(string kind) => Enum.Parse<FileKind>(kind, ignoreCase: true);

    private static Skeleton Free(Skeleton skeleton, ContentFolder folder, ContentLayout layout, CancellationToken cancel) =>
        layout.KindOf(skeleton.Path, static _ => false) != FileKind.Article || folder.CanOpen(skeleton.Path)
            ? skeleton
            : skeleton.Beside(folder.ListAll([], [], cancel).Select(static file => file.Path).Where(path => layout.KindOf(path, static _ => false) == FileKind.Article));

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var title = parsed.GetValue(Title)!;
        if (title.StartsWith("--", StringComparison.Ordinal) && !title.Contains(' ', StringComparison.Ordinal) && title != "---")
            throw new SettingException($"A title is missing before {title}: new {parsed.GetValue(Kind)} \"Title\".");
        var settings = SettingsParser.Load(SettingArguments.Read(parsed.UnmatchedTokens, SettingArguments.CallerFolder, out var word));
        if (word is not null)
            throw new SettingException($"\"{word}\" is one word too many: put the title in quotes.");
        var folder = new ContentFolder(settings.ContentFolder);
        var layout = ContentLayout.Detect(folder.ListTopFolders() ?? new HashSet<string>());
        var now = settings.StartClock().GetUtcNow();
        if (layout.ArticleRoot.Length == 0)
            layout = ContentLayout.Detect(new HashSet<string> { "articles" });
        if (Skeleton.Find(parsed.GetValue(Kind)!, title, layout, now) is not { } skeleton)
            throw new SettingException($"\"{title.ReplaceLineEndings(" ")}\" cannot be a title: it needs a letter or a digit, stands on one line, and a claim has at most 160 characters.");

        if (ContentLayout.IsIgnored(ContentLayout.FileName(skeleton.Path)) || layout.KindOf(skeleton.Path, static _ => false) != KindOf(parsed.GetValue(Kind)!))
            throw new SettingException($"\"{title}\" would be {skeleton.Path}, and files of that name are left alone: say it in other words.");
        skeleton = Free(skeleton, folder, layout, cancel);
        var path = Path.Combine(folder.Root, skeleton.Path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await file.WriteAsync(Encoding.UTF8.GetBytes(skeleton.Text), cancel);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new SettingException($"{path} is there already.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{path} cannot be written: {e.Message}", e);
        }

        VerbOutput.Print(output => output.WriteLine(path));
        return 0;
    }
}

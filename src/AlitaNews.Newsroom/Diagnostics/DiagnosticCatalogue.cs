namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>One line of the catalogue: a code, which never changes its meaning.</summary>
/// <param name="Code"><c>AN</c> and four digits.</param>
/// <param name="Severity">How bad a finding with this code is.</param>
/// <param name="Title">What it is about, in a few words; the heading of the code in <c>docs/diagnostics.md</c>.</param>
/// <param name="Blocks">Whether it keeps the file out of the edition.</param>
public sealed record DiagnosticRule(string Code, Severity Severity, string Title, bool Blocks = false);

/// <summary>
/// Every code there is (<c>content.md</c>, section 13): 01 front matter, 02 dates, 03 ids and links, 04 pictures, 05 Markdown and HTML,
/// 06 claims, 07 site, 08 style. <c>docs/diagnostics.md</c> and the case folders of the tests have one entry for each; a test compares the three.
/// </summary>
public static class DiagnosticCatalogue
{
    // 01 front matter
    /// <summary>The file is not UTF-8.</summary>
    public static readonly DiagnosticRule NotText = Blocking("AN0101", "not UTF-8 text");
    /// <summary>The file, its front matter or a line is too large, or nested too deeply.</summary>
    public static readonly DiagnosticRule LimitExceeded = Blocking("AN0102", "a limit is exceeded");
    /// <summary>The front matter cannot be read.</summary>
    public static readonly DiagnosticRule UnreadableFrontMatter = Blocking("AN0103", "unreadable front matter");
    /// <summary>The front matter has an anchor, alias or tag.</summary>
    public static readonly DiagnosticRule AnchorOrTag = Blocking("AN0104", "anchor, alias or tag");
    /// <summary>A key is given twice.</summary>
    public static readonly DiagnosticRule DuplicateKey = Warning("AN0105", "duplicate key");
    /// <summary>A key looks like a known one.</summary>
    public static readonly DiagnosticRule ProbableTypo = Warning("AN0106", "probable typing error in a key");
    /// <summary>A key is not known and kept in params.</summary>
    public static readonly DiagnosticRule UnknownKey = Info("AN0107", "unknown key, kept in params");
    /// <summary>A value is of another type than its key wants.</summary>
    public static readonly DiagnosticRule WrongType = Error("AN0108", "value of the wrong type");
    /// <summary>A value is not in its closed list.</summary>
    public static readonly DiagnosticRule UnknownValue = Error("AN0109", "unknown value of a closed list");
    /// <summary>The kind is not known and kept in params.</summary>
    public static readonly DiagnosticRule UnknownKind = Info("AN0110", "unknown kind, kept in params");
    /// <summary>The title was taken from the file name.</summary>
    public static readonly DiagnosticRule TitleFromFileName = Warning("AN0111", "title taken from the file name");
    /// <summary>A status of an article is a word that belongs to claims.</summary>
    public static readonly DiagnosticRule StatusBelongsToClaim = Warning("AN0112", "status belongs to a claim");
    /// <summary>A key may not be used in folder defaults, or not in this kind of file.</summary>
    public static readonly DiagnosticRule KeyNotAllowedHere = Warning("AN0113", "key not allowed here");
    /// <summary>A value that is needed is missing.</summary>
    public static readonly DiagnosticRule MissingValue = Error("AN0114", "a needed value is missing");
    /// <summary>The front matter is repaired while it is read.</summary>
    public static readonly DiagnosticRule RepairedFrontMatter = Warning("AN0115", "front matter repaired");
    /// <summary>The file asks in another generator's words for no page.</summary>
    public static readonly DiagnosticRule NoPageWanted = Warning("AN0116", "no page asked for in another generator's words");
    /// <summary>A # cut a sentence off.</summary>
    public static readonly DiagnosticRule CutAtComment = Warning("AN0117", "value cut off at a #");

    // 02 dates
    /// <summary>The date, publish or expires cannot be read.</summary>
    public static readonly DiagnosticRule BadDate = Blocking("AN0201", "unreadable date");
    /// <summary>A local time exists twice.</summary>
    public static readonly DiagnosticRule AmbiguousTime = Blocking("AN0202", "ambiguous local time");
    /// <summary>A local time does not exist.</summary>
    public static readonly DiagnosticRule NonExistentTime = Blocking("AN0203", "non-existent local time");
    /// <summary>A date without which the file can be published cannot be read.</summary>
    public static readonly DiagnosticRule BadOtherDate = Error("AN0204", "unreadable date, not used");
    /// <summary>No date; the moment the file was first seen is used.</summary>
    public static readonly DiagnosticRule DateFromFirstSeen = Warning("AN0205", "no date");
    /// <summary>The updated date is in the future or before publication.</summary>
    public static readonly DiagnosticRule UpdatedOutOfOrder = Warning("AN0206", "updated out of order");
    /// <summary>The time zone is not known.</summary>
    public static readonly DiagnosticRule UnknownZone = Error("AN0207", "unknown time zone");
    /// <summary>A large share of a section expires soon.</summary>
    public static readonly DiagnosticRule MassExpiry = Warning("AN0208", "mass expiry");

    // 03 ids and links
    /// <summary>Two files have one id or slug.</summary>
    public static readonly DiagnosticRule DuplicateIdentity = Blocking("AN0301", "duplicate id or slug");
    /// <summary>A claim id that nothing names.</summary>
    public static readonly DiagnosticRule UnknownClaim = Error("AN0302", "unknown claim");
    /// <summary>A source, topic or block reference that nothing names.</summary>
    public static readonly DiagnosticRule UnknownReference = Error("AN0303", "unknown source or topic");
    /// <summary>A link to a file of the site that is not there.</summary>
    public static readonly DiagnosticRule DeadLink = Error("AN0304", "dead internal link");
    /// <summary>A page would stand at a fixed address of the site.</summary>
    public static readonly DiagnosticRule ReservedAddress = Error("AN0305", "page name is a fixed address");
    /// <summary>The slug or id is not one.</summary>
    public static readonly DiagnosticRule BadIdentity = Blocking("AN0306", "not a slug");
    /// <summary>A source or author without a file.</summary>
    public static readonly DiagnosticRule StubPerson = Warning("AN0307", "source or author without a file");
    /// <summary>A topic without a file.</summary>
    public static readonly DiagnosticRule StubTopic = Info("AN0308", "topic without a file");
    /// <summary>A public path vanished.</summary>
    public static readonly DiagnosticRule VanishedPath = Error("AN0309", "vanished path");
    /// <summary>An alias or redirect that cannot be used.</summary>
    public static readonly DiagnosticRule BadRedirect = Error("AN0310", "unusable redirect");
    /// <summary>A link whose scheme is not allowed.</summary>
    public static readonly DiagnosticRule ForbiddenScheme = Error("AN0311", "link scheme not allowed");

    /// <summary>The id of a claim, source, topic or author is not one.</summary>
    public static readonly DiagnosticRule NotAnId = Error("AN0312", "not an id");

    // 04 pictures
    /// <summary>A picture that is not there.</summary>
    public static readonly DiagnosticRule MissingMedia = Error("AN0401", "missing picture");
    /// <summary>A picture without alternative text.</summary>
    public static readonly DiagnosticRule MissingAlt = Error("AN0402", "missing alternative text");
    /// <summary>A caption names concept art or the like, but no kind is given.</summary>
    public static readonly DiagnosticRule MissingKind = Warning("AN0403", "picture kind missing");
    /// <summary>A picture without credit.</summary>
    public static readonly DiagnosticRule MissingCredit = Warning("AN0404", "missing credit");
    /// <summary>A picture at another host.</summary>
    public static readonly DiagnosticRule ForeignPicture = Warning("AN0405", "picture at another host");
    /// <summary>A picture that cannot be used: too large, damaged or of an unknown format.</summary>
    public static readonly DiagnosticRule UnusablePicture = Error("AN0406", "unusable picture");
    /// <summary>A hero narrower than 1,200 pixels.</summary>
    public static readonly DiagnosticRule SmallHero = Warning("AN0407", "lead picture under 1,200 pixels");

    // 05 Markdown and HTML
    /// <summary>A script or a frame of a host that is not allowed.</summary>
    public static readonly DiagnosticRule ScriptOrFrame = Error("AN0501", "script or frame removed");
    /// <summary>HTML that is not allowed.</summary>
    public static readonly DiagnosticRule RemovedHtml = Warning("AN0502", "HTML removed");
    /// <summary>A shortcode nobody knows.</summary>
    public static readonly DiagnosticRule UnknownShortcode = Warning("AN0503", "unknown shortcode removed");
    /// <summary>Template code of another generator.</summary>
    public static readonly DiagnosticRule TemplateLeftover = Warning("AN0504", "template code removed");
    /// <summary>An attribute that is not allowed.</summary>
    public static readonly DiagnosticRule UnknownAttribute = Warning("AN0505", "unknown attribute");
    /// <summary>A container nobody knows, or with arguments that cannot be used.</summary>
    public static readonly DiagnosticRule BadContainer = Warning("AN0506", "unusable block");
    /// <summary>The body cannot be parsed.</summary>
    public static readonly DiagnosticRule UnreadableBody = Blocking("AN0507", "body cannot be read");
    /// <summary>Characters that hide or reorder text.</summary>
    public static readonly DiagnosticRule HiddenCharacters = Warning("AN0508", "hidden characters removed");

    // 06 claims
    /// <summary>A claim is closed without evidence; the event is held.</summary>
    public static readonly DiagnosticRule MissingEvidence = Error("AN0601", "closing without evidence");
    /// <summary>Two articles close a claim differently on one day.</summary>
    public static readonly DiagnosticRule Conflict = Error("AN0602", "conflicting verdicts");
    /// <summary>A note is needed.</summary>
    public static readonly DiagnosticRule MissingNote = Error("AN0603", "missing note");
    /// <summary>One file lists a claim twice.</summary>
    public static readonly DiagnosticRule ClaimTwice = Error("AN0604", "claim listed twice");
    /// <summary>Claims supersede one another in a circle.</summary>
    public static readonly DiagnosticRule SupersedesCycle = Error("AN0605", "cycle in supersedes");
    /// <summary>A due that is not a period.</summary>
    public static readonly DiagnosticRule BadDue = Error("AN0606", "due is not a period");
    /// <summary>A claim without text at its first assertion.</summary>
    public static readonly DiagnosticRule MissingClaimText = Error("AN0607", "claim without text");
    /// <summary>Two primary claims.</summary>
    public static readonly DiagnosticRule TwoPrimaries = Error("AN0608", "two primary claims");
    /// <summary>A file that carried claims was deleted without a tombstone.</summary>
    public static readonly DiagnosticRule DeletedWithClaims = Error("AN0609", "deleted without a tombstone");
    /// <summary>An asof in the future.</summary>
    public static readonly DiagnosticRule FutureAsOf = Warning("AN0610", "asof in the future");
    /// <summary>The wording of a claim differs.</summary>
    public static readonly DiagnosticRule DifferingText = Warning("AN0611", "differing claim text");
    /// <summary>A due without a test.</summary>
    public static readonly DiagnosticRule DueWithoutTest = Warning("AN0612", "due without test");
    /// <summary>An open primary claim without what is known and unknown.</summary>
    public static readonly DiagnosticRule KnownUnknownMissing = Warning("AN0613", "known or unknown missing");
    /// <summary>A claim like one that is open already.</summary>
    public static readonly DiagnosticRule NearDuplicateClaim = Warning("AN0614", "near-duplicate claim");
    /// <summary>An open claim without a source.</summary>
    public static readonly DiagnosticRule OpenWithoutSource = Warning("AN0615", "open claim without a source");
    /// <summary>A claim was made from the article itself.</summary>
    public static readonly DiagnosticRule ImplicitClaim = Info("AN0616", "implicit claim made");
    /// <summary>The implicit claim's id is taken.</summary>
    public static readonly DiagnosticRule ImplicitClaimTaken = Warning("AN0617", "implicit claim not made");
    /// <summary>A correction that cannot be used.</summary>
    public static readonly DiagnosticRule BadCorrection = Error("AN0618", "unusable correction");

    /// <summary>The text of a claim is over 160 characters.</summary>
    public static readonly DiagnosticRule LongClaimText = Warning("AN0619", "claim text over 160 characters");

    // 07 site
    /// <summary>No site.yaml.</summary>
    public static readonly DiagnosticRule NoSiteFile = Warning("AN0701", "no site.yaml");
    /// <summary>A policy page is missing on a site with rumours.</summary>
    public static readonly DiagnosticRule MissingPolicyPage = Error("AN0702", "missing policy page");
    /// <summary>A key of site.yaml is not known.</summary>
    public static readonly DiagnosticRule UnknownSiteKey = Warning("AN0703", "unknown key in site.yaml");
    /// <summary>The content folder, or a part of it, cannot be read.</summary>
    public static readonly DiagnosticRule UnreadableFile = Blocking("AN0704", "file cannot be read");
    /// <summary>A post in a format that is not read.</summary>
    public static readonly DiagnosticRule ForeignFormat = Warning("AN0705", "format that is not read");
    /// <summary>Markdown that lies where no page shows it.</summary>
    public static readonly DiagnosticRule UnreadText = Warning("AN0706", "text that no page shows");

    // 08 style
    /// <summary>The headline states an open claim as fact.</summary>
    public static readonly DiagnosticRule OverclaimingHeadline = Warning("AN0801", "headline states an open claim as fact");
    /// <summary>A relative time without a date.</summary>
    public static readonly DiagnosticRule RelativeTime = Warning("AN0802", "relative time without a date");
    /// <summary>A title over 110 characters.</summary>
    public static readonly DiagnosticRule LongTitle = Warning("AN0803", "title over 110 characters");
    /// <summary>A summary over 300 characters.</summary>
    public static readonly DiagnosticRule LongSummary = Warning("AN0804", "summary over 300 characters");

    private static readonly Dictionary<string, DiagnosticRule> ByCode = typeof(DiagnosticCatalogue)
        .GetFields()
        .Where(static field => field.FieldType == typeof(DiagnosticRule))
        .Select(static field => (DiagnosticRule)field.GetValue(null)!)
        .ToDictionary(static rule => rule.Code, StringComparer.Ordinal);

    /// <summary>Every rule, in the order of the codes.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } = [.. ByCode.Values.OrderBy(static rule => rule.Code, StringComparer.Ordinal)];

    /// <summary>The rule of a code, or null.</summary>
    public static DiagnosticRule? Find(string code) => ByCode.GetValueOrDefault(code);

    private static DiagnosticRule Blocking(string code, string title) => new(code, Severity.Error, title, Blocks: true);

    private static DiagnosticRule Error(string code, string title) => new(code, Severity.Error, title);

    private static DiagnosticRule Warning(string code, string title) => new(code, Severity.Warning, title);

    private static DiagnosticRule Info(string code, string title) => new(code, Severity.Info, title);
}

using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Newsroom.Rules;

/// <summary>A claim with all that was said of it.</summary>
/// <param name="Id">Its canonical id.</param>
/// <param name="File">Its own file, or null.</param>
/// <param name="Events">What articles say of it, drafts left out, in fold order.</param>
/// <param name="Timeline">Its states.</param>
/// <param name="Topics">Its topics: its file's and its articles'.</param>
/// <param name="Supersedes">Claims that it replaces, whenever that begins.</param>
public sealed record FoldedClaim(
    string Id,
    ClaimFile? File,
    IReadOnlyList<ClaimEvent> Events,
    ClaimTimeline Timeline,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Supersedes);

/// <summary>
/// Gathers what the files of an index say about claims. A look at the index as it is: make a new one for each round. Reads only what the
/// asked claims need, except the relations between claims, of which a site has few. Not safe for use by several threads.
/// </summary>
public sealed class ClaimLedger
{
    private const int ManyClaims = 20;

    private readonly ContentIndex _index;
    private readonly ClaimRules _rules;
    private readonly ClaimIds _ids;
    private readonly Lookup<string, string> _aliases;
    private readonly ILookup<string, Supersession> _supersededBy;
    private readonly ILookup<string, Supersession> _supersedes;
    private readonly Dictionary<string, ILookup<string, ClaimEvent>> _ofTalkative = new(StringComparer.Ordinal);

    /// <summary>Looks at an index.</summary>
    public ClaimLedger(ContentIndex index, ClaimRules rules)
    {
        _index = index;
        _rules = rules;
        // By path, not as they came: a site that has run for long says the same as one that has just begun.
        var files = index.ClaimFiles.Order(StringComparer.Ordinal).Select(path => index.Live[path].Claim!).ToList();
        _ids = new ClaimIds(files);
        _aliases = (Lookup<string, string>)_ids.Redirects.ToLookup(static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal);

        var said = index.SupersedingFiles.Order(StringComparer.Ordinal)
            .SelectMany(path => index.Live[path] is { Article: { Draft: false } } facts ? ListEvents(facts) : [])
            .SelectMany(said => Supersession.List(said, _ids))
            .Concat(files.SelectMany(file => Supersession.List(file, _ids, FindFirstPublish)));
        var (holding, circles) = Supersession.Untangle(said, Locate);
        _supersededBy = holding.ToLookup(static relation => relation.Old, StringComparer.Ordinal);
        _supersedes = holding.ToLookup(static relation => relation.By, StringComparer.Ordinal);
        Circles = circles;
    }

    /// <summary>Findings about claims that supersede one another in a circle.</summary>
    public IReadOnlyList<Diagnostic> Circles { get; }

    /// <summary>The claim that an id means.</summary>
    public string Resolve(string id) => _ids.Resolve(id);

    /// <summary>The other ids of a claim.</summary>
    public IEnumerable<string> AliasesOf(string claim) => _aliases[claim];

    /// <summary>The claims whose state may have changed because these files did, by canonical id.</summary>
    /// <param name="changed">The facts of the files before and after the change.</param>
    public IReadOnlyCollection<string> ListTouched(IEnumerable<FileFacts> changed)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var facts in changed)
        {
            foreach (var entry in facts.Article?.Claims ?? [])
            {
                Touch(entry.Id);
                foreach (var old in entry.Supersedes)
                    Touch(old);
            }

            if (facts.Claim is { } file)
            {
                foreach (var id in file.Merges.Concat(file.Aliases).Concat(file.SplitInto).Concat(file.Supersedes).Append(file.Id))
                    Touch(id);
            }

            if (facts.Source is not null)
            {
                foreach (var path in _index.ReferersOf(new(KeyKind.SourceFile, facts.Id)).Concat(_index.ReferersOf(new(KeyKind.Source, facts.Id))))
                {
                    foreach (var entry in _index.Live[path].Article?.Claims ?? [])
                        Touch(entry.Id);
                }
            }
        }

        return touched;

        void Touch(string id)
        {
            touched.Add(id);
            touched.Add(_ids.Resolve(id));
        }
    }

    /// <summary>Every claim that something is said of, by canonical id.</summary>
    public IReadOnlyCollection<string> ListAll() =>
        _index.IdsOf(KeyKind.Claim).Select(_ids.Resolve).ToHashSet(StringComparer.Ordinal);

    /// <summary>A claim with its states; null where nothing is said of it, or where its id means another claim.</summary>
    public FoldedClaim? Find(string claim)
    {
        if (_ids.Resolve(claim) != claim)
            return null;
        var file = _index.OwnersOf(new(KeyKind.ClaimFile, claim)).Select(path => _index.Live[path].Claim).FirstOrDefault();
        var articles = _aliases[claim].Append(claim)
            .SelectMany(id => _index.OwnersOf(new(KeyKind.Claim, id)))
            .Distinct(StringComparer.Ordinal)
            .Select(path => _index.Live[path])
            .Where(static facts => facts.Article is { Draft: false })
            .OrderBy(static facts => facts.Article!.Publish).ThenBy(static facts => facts.Id, StringComparer.Ordinal)
            .ToList();
        var events = articles.SelectMany(facts => ListEvents(facts, claim)).Order(ClaimEvent.FoldOrder).ToList();
        if (events.Count == 0 && file is null)
            return null;
        var topics = (file?.Topics ?? []).Concat(articles.SelectMany(static facts => facts.Article!.Topics)).Distinct(StringComparer.Ordinal).ToList();
        var timeline = ClaimTimeline.Build(file, events, _supersededBy[claim].ToList(), _rules);
        return new FoldedClaim(claim, file, events, timeline, topics, [.. _supersedes[claim].Select(static relation => relation.Old).Distinct()]);
    }

    /// <summary>What an article says about claims, as the fold wants it.</summary>
    public IEnumerable<ClaimEvent> ListEvents(FileFacts facts)
    {
        var article = facts.Article!;
        for (var i = 0; i < article.Claims.Count; i++)
        {
            var entry = article.Claims[i];
            if (entry.Implicit && _index.IsListed(entry.Id))
                continue;
            var place = i < article.ClaimPlaces.Count ? article.ClaimPlaces[i] : new ClaimPlace(Place.Start, Place.Start, Place.Start);
            yield return new ClaimEvent
            {
                Claim = _ids.Resolve(entry.Id),
                Article = facts.Id,
                Slug = article.Slug,
                Path = facts.Path,
                Line = place.Entry.Line,
                Column = place.Entry.Column,
                TextAt = (place.Text.Line, place.Text.Column),
                StatusAt = (place.Status.Line, place.Status.Column),
                Position = i,
                Publish = article.Publish,
                Date = article.Date,
                Entry = entry,
                Voices = SourceVoice.List(entry.Sources, id => FindSource(id)?.Kind),
                Vouched = entry.Sources.Any(mention => FindSource(mention.Id) is { } source && mention.Vouches(source.Kind, source.OnRecord)),
            };
        }
    }

    // An article may speak of thousands of claims, and each of them asks it what it says: it is gone through once.
    private IEnumerable<ClaimEvent> ListEvents(FileFacts facts, string claim)
    {
        if (facts.Article!.Claims.Count <= ManyClaims)
            return ListEvents(facts).Where(said => said.Claim == claim);
        var key = IndexKeys.KeyOf(facts);
        if (!_ofTalkative.TryGetValue(key, out var events))
            _ofTalkative[key] = events = ListEvents(facts).ToLookup(static said => said.Claim, StringComparer.Ordinal);
        return events[claim];
    }

    // The id itself, where "supersedes" names it: the first so named after the entry begins.
    private (int Line, int Column) Locate(Supersession relation)
    {
        // A claim's own file that splits it names the parts, which are the newer ones.
        var facts = _index.Live[relation.Path];
        var shown = facts.Claim is { } file && _ids.Resolve(file.Id) == relation.Old ? relation.By : relation.Old;
        return facts.RefersTo
            .Where(named => named.Kind == ReferenceTarget.Claim && _ids.Resolve(named.Target) == shown)
            .Select(static named => (named.At.Line, named.At.Column))
            .Where(at => at.CompareTo((relation.Line, relation.Column)) > 0)
            .DefaultIfEmpty((relation.Line, relation.Column))
            .Min();
    }

    private SourceFacts? FindSource(string id) =>
        _index.OwnersOf(new(KeyKind.DescribedSource, id)).Order(StringComparer.Ordinal).Select(path => _index.Live[path].Source).FirstOrDefault();

    private DateTimeOffset? FindFirstPublish(string claim)
    {
        DateTimeOffset? first = null;
        foreach (var path in _aliases[claim].Append(claim).SelectMany(id => _index.OwnersOf(new(KeyKind.Claim, id))))
        {
            if (_index.Live[path].Article is { Draft: false } article && !(first < article.Publish))
                first = article.Publish;
        }

        return first;
    }
}

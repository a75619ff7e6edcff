using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>
/// The front matter of an article (or of folder defaults), sorted by what it means. Here the keys of other generators whose meaning
/// depends on their value find their place, and everything unknown is kept.
/// </summary>
internal sealed class ArticleFields
{
    // A file full of unknown keys is not looked at for typing errors to its end.
    private const int MostSuggestions = 100;

    private static readonly int Count = Enum.GetValues<ArticleKey>().Length;

    private readonly Slot[] _slots = new Slot[Count];
    private readonly List<Field> _params = [];
    private readonly List<FieldNode> _oldAddresses = [];
    private readonly DiagnosticBag? _bag;

    private ArticleFields(DiagnosticBag? bag) => _bag = bag;

    /// <summary>Everything else, in the order written; keys below <c>params</c> stand beside the others.</summary>
    public IReadOnlyList<Field> Params => _params;

    /// <summary>Values of <c>url</c>, <c>permalink</c> and <c>path</c> that are literal paths.</summary>
    public IReadOnlyList<FieldNode> OldAddresses => _oldAddresses;

    private record struct Slot(Field? Field, int Rank, bool Inherited, Field? Written = null);

    /// <summary>Sorts a map of fields.</summary>
    /// <param name="map">The front matter.</param>
    /// <param name="bag">Takes findings about keys.</param>
    public static ArticleFields Sort(FieldNode map, DiagnosticBag? bag)
    {
        var fields = new ArticleFields(bag);
        foreach (var field in map.Fields)
            fields.Place(field);
        return fields;
    }

    /// <summary>The value, or null where nothing is written.</summary>
    public FieldNode? this[ArticleKey key] => _slots[(int)key].Field?.Value;

    /// <summary>The key as the editor wrote it, for messages and rules that depend on it.</summary>
    public string WrittenKey(ArticleKey key) => _slots[(int)key].Field?.Key ?? ArticleKeys.NameOf(key);

    /// <summary>Where the key stands in this file; where a folder's default says it, or nothing does: the start of the file.</summary>
    public TextSpan SpanOf(ArticleKey key) =>
        _slots[(int)key] is { Field: { } field, Inherited: false } ? field.KeySpan : TextSpan.FileStart;

    /// <summary>Whether the value comes from a folder's defaults.</summary>
    public bool IsInherited(ArticleKey key) => _slots[(int)key].Inherited;

    /// <summary>Fills what is not written from a folder's defaults: each value as a whole.</summary>
    public void InheritFrom(ArticleFields defaults)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_slots[i].Field is null && defaults._slots[i].Field is { } field)
                _slots[i] = new Slot(field, 0, Inherited: true);
        }

        AddressPattern ??= defaults.AddressPattern;
        if (!AsksForPage && NoPage is null && defaults.NoPage is { } refused)
            NoPage = refused with { KeySpan = TextSpan.FileStart };
        foreach (var field in defaults._params)
        {
            if (!_params.Exists(own => FieldKey.AreEqual(own.Key, field.Key)))
                _params.Add(field);
        }
    }

    /// <summary>Takes a value away that may not stand here.</summary>
    public void Remove(ArticleKey key) => _slots[(int)key] = default;

    private void Place(Field field)
    {
        Span<char> buffer = stackalloc char[48];
        var length = FieldKey.Normalise(field.Key, buffer);
        var key = length < 0 ? [] : buffer[..length];
        if (SpecialFields.Place(this, field, key))
            return;
        if (ArticleKeys.Find(key) is { } meaning)
        {
            Put(meaning.Key, meaning.Rank, field);
            return;
        }

        _params.Add(field);
        if (_params.Count <= MostSuggestions && ArticleKeys.FindMeant(field.Key) is { } meant && (field.Value.Kind != FieldKind.Map || ArticleKeys.MayHoldMap(meant)))
            _bag?.Add(DiagnosticCatalogue.ProbableTypo, field.KeySpan, $"the key \"{field.Key}\" is not known; did you mean \"{meant}\"?");
        else
            _bag?.Add(DiagnosticCatalogue.UnknownKey, field.KeySpan, $"the key \"{field.Key}\" is not known; its value is kept in params");
    }

    /// <summary>Puts a field where its meaning is; of two with one meaning the earlier in the table counts, and the other is kept.</summary>
    /// <param name="key">The meaning.</param>
    /// <param name="rank">How early it stands among those that mean it.</param>
    /// <param name="field">The field as it is to be read.</param>
    /// <param name="written">The field as it was written, for params.</param>
    internal void Put(ArticleKey key, int rank, Field field, Field? written = null)
    {
        ref var slot = ref _slots[(int)key];
        var put = new Slot(field, rank, Inherited: false, written ?? field);
        if (slot.Field is null || IsNothing(field.Value))
        {
            slot = slot.Field is null ? put : slot;
            return;
        }

        if (IsNothing(slot.Field.Value))
        {
            slot = put;
            return;
        }

        if (FieldKey.AreEqual(slot.Field.Key, field.Key))
        {
            _bag?.Add(
                DiagnosticCatalogue.DuplicateKey,
                field.KeySpan,
                $"\"{field.Key}\" and \"{slot.Field.Key}\" are one key, given twice; the last value counts");
            slot = put;
            return;
        }

        var loser = rank < slot.Rank ? slot.Written : put.Written;
        if (rank < slot.Rank)
            slot = put;
        Keep(loser!);
    }

    // A form that was never filled in: image: "".
    private static bool IsNothing(FieldNode value) => value.Kind == FieldKind.Empty || (value.Kind == FieldKind.Text && string.IsNullOrWhiteSpace(value.Text));

    /// <summary>Keeps a field verbatim without a finding: it is known, and means nothing here.</summary>
    internal void Keep(Field field)
    {
        // Several meanings may be taken from one map: it is kept once.
        if (!_params.Contains(field))
            _params.Add(field);
    }

    /// <summary>Keeps what stands below <c>params</c>.</summary>
    internal void KeepAll(FieldNode map) => _params.AddRange(map.Fields);

    /// <summary>Notes an old address of the article.</summary>
    internal void AddOldAddress(FieldNode path) => _oldAddresses.Add(path);

    /// <summary>How the address of the article is put together (<c>permalink: /:year/:title/</c>), or null.</summary>
    internal string? AddressPattern { get; set; }

    /// <summary>The field by which another generator makes no page of this (<c>permalink: false</c>); stands at the start of the file where a folder says it. Null: a page.</summary>
    internal Field? NoPage { get; set; }

    /// <summary>Whether an address is written that takes back what a folder says of pages.</summary>
    internal bool AsksForPage { get; set; }

    /// <summary>Reports something about a key or value.</summary>
    internal void Report(DiagnosticRule rule, TextSpan at, string message, string? hint = null) => _bag?.Add(rule, at, message, hint);
}

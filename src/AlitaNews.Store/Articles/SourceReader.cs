using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Claims;

namespace AlitaNews.Store.Articles;

/// <summary>Turns what files say of sources into what pages show.</summary>
internal static class SourceReader
{
    /// <summary>A source as its own file describes it.</summary>
    public static ShownSource Show(Source source) => new()
    {
        Id = source.Id,
        Name = source.Name,
        Standing = SourceStanding.Of(source.Kind, source.OnRecord),
        Anonymous = source.Kind == SourceKind.AnonymousClass,
    };

    /// <summary>A source as an article cites it.</summary>
    public static ShownSource Show(SourceMention mention, ClaimReader claims)
    {
        var (name, file) = claims.SourceOf(mention.Id);
        return new ShownSource
        {
            Id = file?.Id ?? mention.Id,
            Name = name,
            Standing = SourceStanding.Of(file?.Kind, mention.OnRecord ?? file?.OnRecord ?? false),
            Anonymous = file?.Kind == SourceKind.AnonymousClass,
            IsOrigin = mention.Role is null or SourceRole.Origin or SourceRole.Relay,
            Anonymity = mention.Anonymity,
            Quote = mention.Quote,
            Url = mention.Url,
            Date = mention.Date,
        };
    }
}

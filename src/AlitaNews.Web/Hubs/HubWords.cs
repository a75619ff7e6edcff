using AlitaNews.Newsroom.Topics;
using AlitaNews.Store.Hubs;
using AlitaNews.Web.StructuredData;

namespace AlitaNews.Web.Hubs;

/// <summary>Hubs in words and addresses.</summary>
public static class HubWords
{
    /// <summary>The address of the list of all hubs of a kind; that of one hub follows below it.</summary>
    public static string Address(HubKind kind) => kind switch
    {
        HubKind.Section => "/sections",
        HubKind.Topic => "/topics",
        HubKind.Tag => "/tags",
        _ => "/authors",
    };

    /// <summary>The heading of that list.</summary>
    public static string Title(HubKind kind) => kind switch
    {
        HubKind.Section => "Sections",
        HubKind.Topic => "Topics",
        HubKind.Tag => "Tags",
        _ => "Authors",
    };

    /// <summary>What the list is, in one sentence.</summary>
    public static string Meaning(HubKind kind) => kind switch
    {
        HubKind.Section => "The parts of this paper.",
        HubKind.Topic => "Works, people, companies and subjects, each with what is known of it.",
        HubKind.Tag => "Words that our editors gave to stories.",
        _ => "Who writes here.",
    };

    /// <summary>What stands above a hub's name.</summary>
    public static string Kicker(HubPage hub) => hub switch
    {
        { Topic.Kind: var kind and not TopicKind.Subject } => kind.ToString(),
        { Author.Role: { } role } => role,
        _ => hub.Kind.ToString(),
    };

    /// <summary>What a hub is, in the words of its own standfirst or in ours.</summary>
    public static string Description(HubPage hub) => PlainWords.Of(hub.StandfirstHtml) is { Length: > 0 } own ? own : hub.Kind switch
    {
        HubKind.Section => $"The section {hub.Name}: {Stories(hub.Total)}.",
        HubKind.Topic => $"What is known of {hub.Name}: every claim with its status, and {Stories(hub.Total)}.",
        HubKind.Tag => $"{hub.Name}: {Stories(hub.Total)} of this paper.",
        _ => $"By {hub.Name}: {Stories(hub.Total)}.",
    };

    /// <summary>"1 story", "12 stories".</summary>
    public static string Stories(long count) => count == 1 ? "1 story" : $"{count} stories";
}

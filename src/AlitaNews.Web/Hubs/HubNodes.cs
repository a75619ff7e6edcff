using System.Text.Json.Nodes;
using AlitaNews.Store.Hubs;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Layout;
using AlitaNews.Web.StructuredData;

namespace AlitaNews.Web.Hubs;

/// <summary>A hub as machines read it: what it is about, and what it lists.</summary>
public static class HubNodes
{
    /// <summary>The nodes of a page of a hub.</summary>
    /// <param name="frame">The site.</param>
    /// <param name="hub">The page.</param>
    /// <param name="address">Its address, root-relative.</param>
    public static IReadOnlyList<JsonObject> Of(SiteFrame frame, HubPage hub, string address)
    {
        var list = ProfileNodes.List(frame, address, hub.Name, hub.Cards.Select(static card => new Crumb(card.Title, "/news/" + card.Slug)));
        return hub.Kind switch
        {
            HubKind.Topic => [list, ProfileNodes.Topic(frame, hub.Id, hub.Name, hub.Topic)],
            HubKind.Author => [list, ProfileNodes.Author(frame, hub.Id, hub.Name, hub.Author)],
            _ => [list],
        };
    }
}

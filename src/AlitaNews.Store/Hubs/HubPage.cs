using AlitaNews.Newsroom.Authors;
using AlitaNews.Newsroom.Topics;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Pictures;

namespace AlitaNews.Store.Hubs;

/// <summary>What sort of list a hub is.</summary>
public enum HubKind
{
    /// <summary>A part of the paper.</summary>
    Section,

    /// <summary>A work, person, company or subject.</summary>
    Topic,

    /// <summary>A word that an editor gave.</summary>
    Tag,

    /// <summary>Somebody who writes here.</summary>
    Author,
}

/// <summary>A page of everything about one section, topic, tag or author. Immutable.</summary>
public sealed record HubPage
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>What sort of list it is.</summary>
    public required HubKind Kind { get; init; }

    /// <summary>The id in its address.</summary>
    public required string Id { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>The page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>How many stories it lists.</summary>
    public int Total { get; init; }

    /// <summary>The stories of this page, newest first.</summary>
    public IReadOnlyList<ArticleCard> Cards { get; init; } = [];

    /// <summary>The standfirst as inline HTML, or null.</summary>
    public string? StandfirstHtml { get; init; }

    /// <summary>The body of its file as stored: safe HTML with markers; empty where there is none.</summary>
    public string BodyHtml { get; init; } = "";

    /// <summary>What fills the markers.</summary>
    public BodyMaterial Material { get; init; } = BodyMaterial.None;

    /// <summary>Its picture, or null.</summary>
    public ShownPicture? Picture { get; init; }

    /// <summary>What a topic's file says, or null.</summary>
    public Topic? Topic { get; init; }

    /// <summary>What an author's file says, or null.</summary>
    public Author? Author { get; init; }

    /// <summary>What is known of a topic; null for other hubs and on later pages.</summary>
    public WhatWeKnow? Known { get; init; }

    /// <summary>When its file or the newest thing it lists last changed for readers.</summary>
    public DateTimeOffset Updated { get; init; }
}

/// <summary>A page of the list of all hubs of one kind. Immutable.</summary>
public sealed record HubList
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>What sort of hubs these are.</summary>
    public required HubKind Kind { get; init; }

    /// <summary>The page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The hubs of this page, by name.</summary>
    public IReadOnlyList<HubEntry> Hubs { get; init; } = [];

    /// <summary>When the newest story of them was published, or null.</summary>
    public DateTimeOffset? Newest { get; init; }
}

/// <summary>A hub in a list.</summary>
public sealed record HubEntry
{
    /// <summary>The id in its address.</summary>
    public required string Id { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>How many stories it lists.</summary>
    public long Stories { get; init; }

    /// <summary>When the newest of them was published, or null.</summary>
    public DateTimeOffset? Newest { get; init; }
}

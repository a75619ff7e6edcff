using System.Collections.Concurrent;
using AlitaNews.Newsroom.Markdown.Alerts;
using AlitaNews.Newsroom.Markdown.Attributes;
using AlitaNews.Newsroom.Markdown.Guards;
using AlitaNews.Newsroom.Markdown.Links;
using AlitaNews.Newsroom.Markdown.Shortcodes;
using AlitaNews.Newsroom.Markdown.Spoilers;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Figures;
using Markdig.Extensions.Tables;
using Markdig.Parsers.Inlines;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>The dialect: exactly the extensions of <c>content.md</c> section 5, no more.</summary>
internal static class NewsPipeline
{
    /// <summary>
    /// How deep a tree may be. The guards keep nesting by <c>&gt;</c> and lists to 100; emphasis and tables add to that.
    /// </summary>
    public const int MaximumDepth = 256;

    private static readonly ConcurrentDictionary<(bool Typography, bool Maths, bool WikiLinks), MarkdownPipeline> Built = new();

    /// <summary>The pipeline for the switches of a site. Pipelines are shared: parsing does not change them.</summary>
    public static MarkdownPipeline For(MarkdownSettings settings) =>
        Built.GetOrAdd((settings.Typography, settings.Maths, settings.WikiLinks), static key => Build(key.Typography, key.Maths, key.WikiLinks));

    private static MarkdownPipeline Build(bool typography, bool maths, bool wikiLinks)
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaximumDepth };
        builder
            .UsePreciseSourceLocation()
            .UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true })
            .UseFootnotes()
            .UseTaskLists()
            .UseAutoLinks()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Marked)
            .UseEmojiAndSmiley(enableSmileys: false);
        builder.BlockParsers.InsertBefore<Markdig.Parsers.ThematicBreakParser>(new CustomContainerParser());
        builder.BlockParsers.InsertBefore<Markdig.Parsers.ThematicBreakParser>(new FigureBlockParser());
        builder.BlockParsers.Insert(0, new WeighedAbbreviations());
        if (maths)
            builder.UseMathematics();
        if (typography)
            builder.UseSmartyPants();

        builder.InlineParsers.Insert(0, new ShortcodeInlineParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new AlertHeadParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new AttributeInlineParser());
        if (wikiLinks)
            builder.InlineParsers.InsertBefore<LinkInlineParser>(new WikiLinkParser());
        SpoilerParser.AddTo(builder);
        InlineCost.AddTo(builder);
        TreeWeight.AddTo(builder);
        return builder.Build();
    }
}

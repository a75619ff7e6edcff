using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Store.Desk;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AlitaNews.Web.Desk;

/// <summary>What stands above a preview: which file it is, whether readers see it, and what is wrong with it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Says">Whether readers see it, in a sentence.</param>
/// <param name="Public">Where they do, or null.</param>
/// <param name="Problems">What is found in it.</param>
public sealed record DeskNote(string Path, string Says, string? Public, IReadOnlyList<Diagnostic> Problems)
{
    private const string Key = "DeskNote";

    /// <summary>The note about a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="publicAddress">Where readers are.</param>
    /// <param name="now">The moment.</param>
    public static DeskNote Of(DeskFile file, string publicAddress, DateTimeOffset now) =>
        new(file.Path, SayOf(file, now), file.Address is null ? null : publicAddress + file.Address, file.Problems);

    /// <summary>Puts it above the view.</summary>
    public void Put(ViewDataDictionary data) => data[Key] = this;

    /// <summary>The note above a view; null on the pages of readers.</summary>
    public static DeskNote? Find(ViewDataDictionary data) => data[Key] as DeskNote;

    private static string SayOf(DeskFile file, DateTimeOffset now)
    {
        if (file.Held)
            return file.Address is null ? "Held back until it is mended: readers see nothing of it." : "Held back until it is mended: readers see its last good version.";
        if (file.Draft)
            return "A draft: readers do not see it.";
        if (file.IsArticle && file.Publish > now)
            return $"Readers see it from {DeskView.When(file.Publish.Value)} on.";
        return file.Address is null ? "No page of the site shows it by itself." : "As readers see it.";
    }
}

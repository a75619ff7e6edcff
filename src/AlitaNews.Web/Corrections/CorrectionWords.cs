using AlitaNews.Newsroom.Articles;

namespace AlitaNews.Web.Corrections;

/// <summary>The sorts of corrections as readers see them.</summary>
public static class CorrectionWords
{
    /// <summary>The sort, standing alone: "Editor’s note".</summary>
    public static string Of(CorrectionType type) => type switch
    {
        CorrectionType.Clarification => "Clarification",
        CorrectionType.Update => "Update",
        CorrectionType.EditorsNote => "Editor’s note",
        CorrectionType.Retraction => "Retraction",
        _ => "Correction",
    };
}

using System.Text.RegularExpressions;

namespace AlitaNews.Newsroom.Style;

/// <summary>Tells a headline that leaves room for doubt from one that states a fact. English only.</summary>
public static partial class Hedge
{
    // Nothing here backtracks far; asking for a time limit would be asking the surroundings.
    private const int NoTimeout = -1;

    /// <summary>Whether a headline has a word of doubt, names who says so, or asks.</summary>
    public static bool IsIn(string headline) => headline.TrimEnd().EndsWith('?') || Question().IsMatch(headline) || Doubt().IsMatch(headline);

    // A headline that begins like a question, or says what is (not) known, promises no fact.
    [GeneratedRegex(@"^(?:what|why|how|when|where|who|which|is|are|was|were|will|did|does|do|can|should|has|have)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, NoTimeout)]
    private static partial Regex Question();

    [GeneratedRegex(
        @"\b(?:may|might|could|would|should|perhaps|maybe|possibl[ey]|potential(?:ly)?|probabl[ey]|likely|unlikely"
        + @"|reported(?:ly)?|reports?|alleged(?:ly)?|alleges?|allegations?|apparent(?:ly)?|supposed(?:ly)?|purported(?:ly)?|presumabl[ey]"
        + @"|rumou?r(?:s|ed)?|whispers?|gossip|speculat(?:es?|ed|ion)|unconfirmed|unverified|unproven|unclear|uncertain|in doubt|not known|unknown"
        + @"|says?|said|tells?|told|claim(?:s|ed)?|hint(?:s|ed)?|teas(?:es?|ed)|suggest(?:s|ed)?|insists?|believes?|believed|thinks?|thought|according|sources?|insiders?|leak(?:s|ed)?"
        + @"|seem(?:s|ingly)?|appears?|looks?"
        + @"|set|poised|due|slated|tipped|expected|expects?|eyed|eyes|eyeing|aims?|hopes?|hoped|hoping|wants?|plans?|planned|planning|considers?|considering|in talks|in the works|on track|not confirmed)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, NoTimeout)]
    private static partial Regex Doubt();
}

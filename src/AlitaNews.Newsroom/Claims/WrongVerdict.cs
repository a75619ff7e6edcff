namespace AlitaNews.Newsroom.Claims;

/// <summary>A correction that the site itself adds to the page of an article whose verdict was reversed.</summary>
/// <param name="Article">The article that carried the wrong verdict.</param>
/// <param name="Was">Its verdict.</param>
/// <param name="Now">The verdict that replaced it.</param>
/// <param name="By">The article that replaced it.</param>
/// <param name="At">The instant from which the correction stands.</param>
public sealed record WrongVerdict(string Article, ClaimStatus Was, ClaimStatus Now, string By, DateTimeOffset At);

using AlitaNews.Web.Publishing;

namespace AlitaNews.Web;

/// <summary>The way of a request through the site.</summary>
public static class SitePipeline
{
    /// <summary>Puts the steps in order.</summary>
    public static void UseSite(this WebApplication site)
    {
        site.MapGet("/healthz", () => "alive");
        site.MapGet("/readyz", (CurrentEdition edition) => edition.Loaded ? Results.Ok("ready") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        site.MapStaticAssets();
        site.MapControllers().WithStaticAssets();
    }
}

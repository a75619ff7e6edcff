using AlitaNews.Store.Cards;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Cards;

namespace AlitaNews.Web.Pictures;

/// <summary>Registers what serves pictures, share images and badges.</summary>
public static class PictureRegistration
{
    /// <summary>Adds it; the content folder, the database and the edition come from elsewhere.</summary>
    public static void AddPictures(this IServiceCollection services, SiteSettings settings)
    {
        services.AddSingleton(new RenditionFolder(settings.DataFolder));
        services.AddSingleton<PictureQueries>();
        services.AddSingleton<PictureFinder>();
        services.AddSingleton<PictureVariants>();
        services.AddSingleton<AvifWorker>();
        services.AddSingleton<CardQueries>();
        services.AddSingleton<CardShelf>();
        services.AddHostedService(static provider => provider.GetRequiredService<AvifWorker>());
    }
}

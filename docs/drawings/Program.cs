using AlitaNews.Drawings;

if (args is not [string root] || !Directory.Exists(Path.Combine(root, "content")))
{
    await Console.Error.WriteLineAsync("usage: dotnet run --project docs/drawings -- <root of the repository>").ConfigureAwait(false);
    return 2;
}

string story = Path.Combine(root, "content/articles/film/2023-01-10-alita-2-production-2023");
CityInTheSky.Draw().Save(Path.Combine(story, "city-in-the-sky.jpg"));
Duet.Draw().Save(Path.Combine(story, "duet.jpg"));

string media = Path.Combine(root, "content/media/drawings");
Subjects.Labels().Save(Path.Combine(media, "labels.jpg"));
Subjects.Overdue().Save(Path.Combine(media, "overdue.jpg"));
Subjects.KnownUnknown().Save(Path.Combine(media, "known-unknown.jpg"));
Subjects.Pictures().Save(Path.Combine(media, "pictures.jpg"));
Subjects.OneSource().Save(Path.Combine(media, "one-source.jpg"));

Mark.SavePictures(Path.Combine(root, "src/AlitaNews.Web/wwwroot/brand"));
return 0;

using AlitaNews.Web.Verbs;

return await CommandLine.RunAsync(args);

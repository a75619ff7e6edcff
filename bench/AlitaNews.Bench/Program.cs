using AlitaNews.Bench;

try
{
    return await Benchmarks.RunAsync(args);
}
catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

using AlitaNews.Bench;

try
{
    return await Benchmarks.RunAsync(args);
}
catch (InvalidOperationException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

using AlitaNews.Web.Publishing;

namespace AlitaNews.Web;

/// <summary>Says where the site is once there is something to see.</summary>
public sealed class ReadyNotice(SiteSettings settings, CurrentEdition edition, Listeners listeners, IHostApplicationLifetime lifetime, ILogger<ReadyNotice> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var running = lifetime.ApplicationStarted.Register(started.SetResult);
        edition.Subscribe(_ => loaded.TrySetResult());
        if (edition.Loaded)
            loaded.TrySetResult();
        await Task.WhenAll(started.Task, loaded.Task).WaitAsync(stoppingToken);

        // A person reads a line; a machine reads the log.
        if (settings.IsProduction)
            log.LogInformation("Ready at {Address:l}, desk at {Desk:l}", listeners.PublicAddress, listeners.ManagementAddress + "/desk");
        else
            await Console.Out.WriteLineAsync($"AlitaNews is ready: {listeners.PublicAddress} (desk: {listeners.ManagementAddress}/desk)");
    }
}

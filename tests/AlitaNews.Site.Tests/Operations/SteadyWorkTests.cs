using System.Collections.Concurrent;
using AlitaNews.Store.Migrations;
using AlitaNews.Web;
using Microsoft.Extensions.Logging;

namespace AlitaNews.Site.Tests.Operations;

/// <summary>Parts that work behind the readers: what goes wrong in one ends neither it nor the site, and is said once.</summary>
public sealed class SteadyWorkTests
{
    [Fact]
    public async Task A_fault_that_nobody_foresaw_is_said_once_and_the_work_goes_on()
    {
        var log = new HeardLog();
        using var end = new CancellationTokenSource();
        var turns = 0;
        await SteadyWork.RunAsync(
            async _ =>
            {
                turns++;
                if (turns <= 2)
                    throw new InvalidOperationException("Never seen before.");
                await end.CancelAsync();
            },
            log,
            end.Token);

        Assert.Equal(3, turns);
        Assert.Equal([(LogLevel.Error, "Never seen before.")], log.Lines);
    }

    [Fact]
    public async Task A_database_that_is_away_is_a_warning_and_no_fault()
    {
        var log = new HeardLog();
        using var end = new CancellationTokenSource();
        var turns = 0;
        await SteadyWork.RunAsync(
            async _ =>
            {
                if (turns++ == 0)
                    throw new TimeoutException("Away.");
                await end.CancelAsync();
            },
            log,
            end.Token);

        Assert.Equal([(LogLevel.Warning, null)], log.Lines);
    }

    [Fact]
    public async Task The_database_of_a_newer_build_ends_it() =>
        await Assert.ThrowsAsync<NewerSchemaException>(() => SteadyWork.RunAsync(static _ => throw new NewerSchemaException("newer"), new HeardLog(), CancellationToken.None));

    private sealed class HeardLog : ILogger<SteadyWorkTests>
    {
        private readonly ConcurrentQueue<(LogLevel, string?)> _lines = new();

        public IEnumerable<(LogLevel Level, string? Fault)> Lines => _lines;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue((logLevel, exception?.Message));
    }
}

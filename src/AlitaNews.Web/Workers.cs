namespace AlitaNews.Web;

/// <summary>
/// Where everything works that is no page at hand. Whatever waits for a socket is woken on the thread that watches the sockets
/// (<see cref="SocketThreads"/>), which may do no more than answer what is at hand; what runs here goes on on a thread of the pool after every wait.
/// Thread-safe.
/// </summary>
public static class Workers
{
    private static readonly TaskScheduler s_pool = new PoolScheduler();

    /// <summary>Begins work on the pool and keeps it there.</summary>
    public static Task RunAsync(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, s_pool).Unwrap();

    /// <summary>Begins work on the pool and keeps it there.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, s_pool).Unwrap();

    // The default scheduler would not do: what waits under it goes on wherever it is woken.
    private sealed class PoolScheduler : TaskScheduler
    {
        protected override void QueueTask(Task task) =>
            ThreadPool.UnsafeQueueUserWorkItem(static work => work.Scheduler.TryExecuteTask(work.Task), (Scheduler: this, Task: task), preferLocal: false);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
            !taskWasPreviouslyQueued && Thread.CurrentThread.IsThreadPoolThread && TryExecuteTask(task);

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }
}

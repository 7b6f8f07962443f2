namespace MlOps.Build.Engine.Numerics;

/// <summary>
/// Threads that help with one job after another. Between jobs they stay awake for some microseconds, because a training has thousands of
/// short jobs and waking a thread takes longer than most of them; then they sleep, and after a while they end.
/// </summary>
internal sealed class WorkerCrew(int workers)
{
    private const int LooksBeforeSleep = 2000;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(2);

    [ThreadStatic]
    private static bool _helping;

    private readonly Lock _jobs = new();
    private readonly object _gate = new();
    private WorkerJob _job = WorkerJob.None;
    private int _asleep;
    private int _alive;

    /// <summary>Runs parts 0 to <paramref name="parts"/> - 1, each once, on this thread and the crew's, and returns when all are done.</summary>
    public void Run(int parts, Action<int> work)
    {
        // A part that divides its work again has no one left to help it.
        if (_helping)
        {
            for (var part = 0; part < parts; part++)
                work(part);
            return;
        }

        lock (_jobs)
        {
            var job = new WorkerJob(parts, work);
            Interlocked.Exchange(ref _job, job);
            Wake();
            Help(job);
            job.Wait();
        }
    }

    private static void Help(WorkerJob job)
    {
        _helping = true;
        job.Help();
        _helping = false;
    }

    private void Wake()
    {
        if (Volatile.Read(ref _alive) == workers && Volatile.Read(ref _asleep) == 0)
            return;
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
            for (; _alive < workers; _alive++)
                new Thread(Work) { IsBackground = true, Name = "MlOps.Build worker" }.Start();
        }
    }

    private void Work()
    {
        var last = WorkerJob.None;
        while (Next(last) is { } job)
        {
            Help(job);
            last = job;
        }
    }

    // Null when there was nothing to do for long enough.
    private WorkerJob? Next(WorkerJob last)
    {
        for (var i = 0; i < LooksBeforeSleep; i++)
        {
            if (Volatile.Read(ref _job) is var job && job != last)
                return job;
            Thread.SpinWait(8);
        }

        lock (_gate)
        {
            Interlocked.Increment(ref _asleep);
            if (Volatile.Read(ref _job) == last)
                Monitor.Wait(_gate, LongestSleep);
            Interlocked.Decrement(ref _asleep);
            if (Volatile.Read(ref _job) is var job && job != last)
                return job;
            _alive--;
            return null;
        }
    }
}

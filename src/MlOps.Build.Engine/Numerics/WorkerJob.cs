using System.Runtime.ExceptionServices;

namespace MlOps.Build.Engine.Numerics;

/// <summary>Parts that whoever has time takes, one at a time.</summary>
internal sealed class WorkerJob(int parts, Action<int> work)
{
    private int _next;
    private int _done;
    private ExceptionDispatchInfo? _failure;

    public static WorkerJob None { get; } = new(0, _ => { });

    /// <summary>Takes parts until there are none left.</summary>
    public void Help()
    {
        for (var part = Interlocked.Increment(ref _next) - 1; part < parts; part = Interlocked.Increment(ref _next) - 1)
        {
            try
            {
                work(part);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            }

            Interlocked.Increment(ref _done);
        }
    }

    /// <summary>Returns when the parts that others took are done, too; throws what the first failing one threw.</summary>
    public void Wait()
    {
        var spin = default(SpinWait);
        while (Volatile.Read(ref _done) < parts)
            spin.SpinOnce(sleep1Threshold: -1);
        _failure?.Throw();
    }
}

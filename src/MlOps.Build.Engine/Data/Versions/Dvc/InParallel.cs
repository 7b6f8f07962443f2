using System.Runtime.ExceptionServices;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Work on many files at a time, whose first failure is thrown as it is.</summary>
internal static class InParallel
{
    // One thread waits for the disk while the other hashes, also on one processor.
    private const int FewestThreads = 2;

    public static void For(int count, CancellationToken cancellationToken, Action<int> work)
    {
        var options = new ParallelOptions
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = Math.Max(FewestThreads, Environment.ProcessorCount),
        };
        try
        {
            Parallel.For(0, count, options, work);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.Flatten().InnerExceptions[0]);
        }
    }
}

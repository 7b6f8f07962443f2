namespace MlOps.Build.Engine.Numerics;

/// <summary>
/// Runs independent parts on at most the given number of threads. Parts must not depend on each other's order, and what they leave must
/// not depend on how many there are.
/// </summary>
internal sealed class ThreadTeam(int threads, CancellationToken cancellationToken)
{
    private readonly WorkerCrew? _crew = threads > 1 ? new WorkerCrew(threads - 1) : null;

    public int Threads { get; } = Math.Max(1, threads);

    public void ThrowIfCancelled() => cancellationToken.ThrowIfCancellationRequested();

    public void Each(int parts, Action<int> work)
    {
        ThrowIfCancelled();
        if (_crew is not null && parts > 1)
        {
            _crew.Run(parts, work);
            return;
        }

        for (var part = 0; part < parts; part++)
            work(part);
    }

    /// <summary>Sums a value of each fixed range of rows; ranges do not depend on the number of threads.</summary>
    public double Sum(int rows, int rangeSize, Func<int, int, double> work)
    {
        var ranges = (rows + rangeSize - 1) / rangeSize;
        var sums = new double[ranges];
        Each(ranges, range => sums[range] = work(range * rangeSize, Math.Min(rows, (range + 1) * rangeSize)));
        return FixedSum.Sum(sums);
    }
}

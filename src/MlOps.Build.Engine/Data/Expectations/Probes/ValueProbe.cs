using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Tests values, for one thread.</summary>
internal abstract class ValueProbe
{
    /// <summary>Sets the bit of each row whose value keeps the test and clears the others; bits of missing rows mean nothing.</summary>
    public abstract void Mark(BatchView view, int column, Span<ulong> holds);
}

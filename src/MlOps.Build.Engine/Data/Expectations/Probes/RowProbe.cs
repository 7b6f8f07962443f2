using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Tests rows, for one thread.</summary>
internal abstract class RowProbe
{
    public abstract bool Holds(BatchView view, int row);
}

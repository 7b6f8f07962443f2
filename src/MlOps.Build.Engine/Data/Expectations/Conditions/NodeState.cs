using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>A part of a row condition, for one thread.</summary>
internal abstract class NodeState
{
    /// <summary>Sets one bit a row where it holds and where that is unknown; no row has both, and bits beyond the rows mean nothing.</summary>
    public abstract void Evaluate(BatchView view, Span<ulong> holds, Span<ulong> unknown);
}

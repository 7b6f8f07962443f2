using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>What an expectation has to know of a column's counted values. They come in one part or in several, each value in one of them only.</summary>
internal abstract class ColumnFold
{
    public abstract void Add(TallyPart part);

    public abstract Outcome Judge();
}

using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Holds the rows that one thread reads against a rule on one column.</summary>
internal abstract class ColumnCheck
{
    public FailingRows Failing { get; } = new();

    public abstract void Add(int block, ColumnBatch column);
}

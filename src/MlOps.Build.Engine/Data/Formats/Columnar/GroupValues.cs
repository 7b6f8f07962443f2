using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Formats.Columnar;

/// <summary>Values that are taken as the file has them.</summary>
internal sealed class GroupValues<T>(FileColumnPlan plan, ValueBatch<T> batch, Func<ColumnValues, T[]> convert) : GroupColumn(plan, batch)
    where T : unmanaged
{
    private T[] _values = [];

    protected override void Take(ColumnValues values, ulong[] missing) => _values = convert(values);

    protected override void Show(int start, int rows, ulong[] missing, int missingCount) =>
        batch.Show(_values, start, rows, missing, missingCount, []);
}

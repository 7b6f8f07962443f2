using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data;

/// <summary>32-bit numbers; a missing row holds NaN.</summary>
internal sealed class Float32Column(string name, float[] values, MissingMask missing)
    : Column<float>(name, ColumnType.Float32, values, missing)
{
    public override string? Text(int row) => IsMissing(row) ? null : Values[row].ToString("R", CultureInfo.InvariantCulture);

    public override Column Take(ReadOnlySpan<int> rows) => new Float32Column(Name, TakeValues(rows), Missing.Take(rows));
}

using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data;

/// <summary>64-bit numbers; a missing row holds NaN.</summary>
internal sealed class Float64Column(string name, double[] values, MissingMask missing)
    : Column<double>(name, ColumnType.Float64, values, missing)
{
    public override string? Text(int row) => IsMissing(row) ? null : Values[row].ToString("R", CultureInfo.InvariantCulture);

    public override Column Take(ReadOnlySpan<int> rows) => new Float64Column(Name, TakeValues(rows), Missing.Take(rows));
}

using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data;

/// <summary>64-bit integers.</summary>
internal sealed class Int64Column(string name, long[] values, MissingMask missing) : Column<long>(name, ColumnType.Int64, values, missing)
{
    public override string? Text(int row) => IsMissing(row) ? null : Values[row].ToString(CultureInfo.InvariantCulture);

    public override Column Take(ReadOnlySpan<int> rows) => new Int64Column(Name, TakeValues(rows), Missing.Take(rows));
}

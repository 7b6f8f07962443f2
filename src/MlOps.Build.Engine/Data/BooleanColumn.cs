using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data;

/// <summary>True or false.</summary>
internal sealed class BooleanColumn(string name, bool[] values, MissingMask missing)
    : Column<bool>(name, ColumnType.Boolean, values, missing)
{
    public override string? Text(int row) => IsMissing(row) ? null : Values[row] ? "true" : "false";

    public override Column Take(ReadOnlySpan<int> rows) => new BooleanColumn(Name, TakeValues(rows), Missing.Take(rows));
}

using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data;

/// <summary>Calendar dates as days since 1970-01-01.</summary>
internal sealed class DateColumn(string name, int[] values, MissingMask missing) : Column<int>(name, ColumnType.Date, values, missing)
{
    public static readonly DateOnly Epoch = new(1970, 1, 1);

    public override string? Text(int row) =>
        IsMissing(row) ? null : Epoch.AddDays(Values[row]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override Column Take(ReadOnlySpan<int> rows) => new DateColumn(Name, TakeValues(rows), Missing.Take(rows));
}

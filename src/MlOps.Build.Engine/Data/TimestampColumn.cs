using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data;

/// <summary>Points in time with their offset from UTC.</summary>
internal sealed class TimestampColumn(string name, DateTimeOffset[] values, MissingMask missing)
    : Column<DateTimeOffset>(name, ColumnType.Timestamp, values, missing)
{
    public override string? Text(int row) => IsMissing(row) ? null : TextOf(Values[row]);

    public static string TextOf(DateTimeOffset value) => value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    public override Column Take(ReadOnlySpan<int> rows) => new TimestampColumn(Name, TakeValues(rows), Missing.Take(rows));
}

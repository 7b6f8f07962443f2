using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary><c>missing</c>: at most this share of all rows. Fields that do not parse are not missing, they break the type rule.</summary>
internal sealed class MissingRule(ColumnSchema schema, IReadOnlyCollection<int> unread)
    : ColumnRule(schema, DataCodes.MissingValues, "missing")
{
    private readonly double _share = schema.MaximumMissing ?? 1;

    public override string Words => $"missing at most {Percent(_share)}";

    public override string Says => _share == 0 ? "allows no missing value" : $"allows {Percent(_share)} missing";

    public override string WayOut(long rows) => rows == 1 ? "Fill it, or raise 'missing'." : "Fill them, or raise 'missing'.";

    public override string Is(Column column, int row) => "is missing";

    public override string? Example(Column column, int row) => null;

    public override FailingRows Check(Column column)
    {
        var failing = new FailingRows();
        var skipped = unread.ToHashSet();
        for (var row = 0; row < column.Length && column.Missing.Count > skipped.Count; row++)
        {
            if (column.IsMissing(row) && !skipped.Contains(row))
                failing.Add(row);
        }

        return failing;
    }

    public override bool Tolerates(FailingRows failing, Column column) => (double)failing.Count / column.Length <= _share;

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}

using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary><c>missing</c>: at most this share of all rows. Fields that do not parse are not missing, they break the type rule.</summary>
internal sealed class MissingRule(ColumnSchema schema)
    : ColumnRule(schema, DataCodes.MissingValues, "missing")
{
    private readonly double _share = schema.MaximumMissing ?? 1;

    public override string Words => $"missing at most {Percent(_share)}";

    public override string Says => _share == 0 ? "allows no missing value" : $"allows {Percent(_share)} missing";

    public override string WayOut(long rows) => rows == 1 ? "Fill it, or raise 'missing'." : "Fill them, or raise 'missing'.";

    public override string Is(string? text) => "is missing";

    public override string? Example(string? text) => null;

    public override ColumnCheck Start() => new MissingCheck();

    public override bool Tolerates(FailingRows failing, ColumnTotals totals) => (double)failing.Count / totals.Rows <= _share;

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}

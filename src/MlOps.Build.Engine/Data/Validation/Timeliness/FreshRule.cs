using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation.Timeliness;

/// <summary><c>fresh</c>: the newest value is young enough. No single row breaks it; see <see cref="FreshnessChecks"/>.</summary>
internal sealed class FreshRule(ColumnSchema schema) : ColumnRule(schema, DataCodes.NotFresh, "fresh")
{
    public override string Words => $"fresh within {Schema.Fresh!.WithinText}";

    public override string Says => $"wants one within {Schema.Fresh!.WithinText}";

    public override string WayOut(long rows) => "Fetch newer data, or widen 'within'.";

    public override ColumnCheck Start() => new NewestCheck();

    public override bool Tolerates(FailingRows failing, ColumnTotals totals) => true;
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary><c>unique: true</c>: no present value occurs twice.</summary>
internal sealed class UniqueRule(ColumnSchema schema) : ColumnRule(schema, DataCodes.NotUnique, "unique")
{
    public override string Words => "unique";

    public override string Says => "says unique";

    public override string WayOut(long rows) => "Remove the repeats, or remove 'unique'.";

    public override string Is(string? text) => Schema.Sensitive ? "repeats a value" : base.Is(text) + " more than once";

    /// <summary>Null: whether a value is repeated shows only once all are known; see <see cref="Repeats.RepeatSearch"/>.</summary>
    public override ColumnCheck? Start() => null;
}

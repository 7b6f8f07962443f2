using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary><c>unique: true</c>: no present value occurs twice.</summary>
internal sealed class UniqueRule(ColumnSchema schema) : ColumnRule(schema, DataCodes.NotUnique, "unique")
{
    public override string Words => "unique";

    public override string Says => "says unique";

    public override string WayOut(long rows) => "Remove the repeats, or remove 'unique'.";

    public override string Is(Column column, int row) => Schema.Sensitive ? "repeats a value" : base.Is(column, row) + " more than once";

    public override FailingRows Check(Column column) => Repeats.Find(RowKeys.Of(column), column.Missing);
}

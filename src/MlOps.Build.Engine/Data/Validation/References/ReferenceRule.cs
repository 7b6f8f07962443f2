using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation.References;

/// <summary><c>references</c> of a column: each value stands in another table.</summary>
internal sealed class ReferenceRule(ColumnSchema schema, TableReference reference) : ColumnRule(schema, DataCodes.NotReferenced, "references")
{
    public override string Words => $"references {reference.To[0]} of {reference.File}";

    public override string Says => $"wants a row of {reference.File} whose {Shown.Text(reference.To[0])} is that";

    public override string WayOut(long rows) => $"{FixRows(rows)}, or add what is missing to {reference.File}.";

    /// <summary>Null: it needs the other table; see <see cref="ForeignKeySearch"/>.</summary>
    public override ColumnCheck? Start() => null;
}

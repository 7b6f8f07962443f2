using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Schemas.Evolution;

/// <summary>Says which rules differ between two contracts, and whether each was loosened or tightened.</summary>
internal static class SchemaComparer
{
    /// <summary>Columns in the new contract's order, then those that are gone, then the table.</summary>
    public static IReadOnlyList<SchemaChange> Compare(DataSchema before, DataSchema after) =>
    [
        .. after.Columns.SelectMany(column => before.Find(column.Name) is { } old ? Changed(old, column) : [Came(column)]),
        .. before.Columns.Where(column => after.Find(column.Name) is null).Select(Went),
        .. TableChanges.Of(before, after),
        .. ExpectationChanges.Of(null, before.Expectations, after.Expectations, Sensitive([.. before.Columns, .. after.Columns]), default),
    ];

    private static IEnumerable<SchemaChange> Changed(ColumnSchema old, ColumnSchema column) => ColumnChanges.Of(old, column)
        .Concat(ExpectationChanges.Of(column.Name, old.Expectations, column.Expectations, Sensitive([old, column]), column.PositionOf("expectations")));

    private static HashSet<string> Sensitive(IReadOnlyList<ColumnSchema> columns) =>
        columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);

    private static SchemaChange Came(ColumnSchema column) => new()
    {
        Column = column.Name,
        Key = "column",
        Before = null,
        After = ColumnTypes.Name(column.Type),
        Direction = column.Required ? ContractChangeKind.Tighter : ContractChangeKind.Other,
        Position = column.Position,
    };

    private static SchemaChange Went(ColumnSchema column) => new()
    {
        Column = column.Name,
        Key = "column",
        Before = ColumnTypes.Name(column.Type),
        After = null,
        Direction = ContractChangeKind.Looser,
    };
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Data.Relations;

/// <summary>What the columns of a table in memory have to do with each other.</summary>
internal static class TableRelations
{
    public static DataRelations Of(Table table, IReadOnlySet<string> sensitive, string? label, CancellationToken cancellation) => new()
    {
        RepeatedRows = EqualRows.Pairs([.. Enumerable.Range(0, table.RowCount)], table.Columns).Count(),
        Missing = MissingFinder.Find(table, sensitive),
        Correlations = new RelationFinder(table, sensitive, label, cancellation).Find(),
    };
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>Reads data files as the contract wants them: every stage that asks for the table sees it cleaned.</summary>
internal static class CleanTableReader
{
    /// <summary>The rows after cleaning; null, with errors, when the files cannot be read as a table or cleaning goes too far.</summary>
    public static CleanedTable? Read(
        IReadOnlyList<DataSource> files, DataSchema? schema, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (TableReader.Read(files, schema, diagnostics, cancellation) is not { } table)
            return null;
        return schema is null || schema.Cleaning.IsEmpty
            ? new CleanedTable(table, table.RowCount, [], [])
            : Cleaner.Clean(table, schema, diagnostics);
    }
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Counts the rows of a file.</summary>
internal static class RowCounter
{
    /// <summary>Null, with errors, when it cannot be read as a table.</summary>
    public static long? Count(DataSource file, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        using var opened = OpenedTable.Open([file], new DataSchema { Columns = [], IsPartial = true }, new CsvReading(), diagnostics, cancellation);
        return opened?.Source.Read([], () => new NoSink(), diagnostics, cancellation);
    }
}

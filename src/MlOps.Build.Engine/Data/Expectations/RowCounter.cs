using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Counts the rows of a file.</summary>
internal static class RowCounter
{
    /// <summary>Null, with errors, when it cannot be read as a table.</summary>
    public static long? Count(DataSource file, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var rows = new RowCountMetric(Condition: null);
        using var opened = OpenedFiles.Open([file], diagnostics);
        return opened.All
            && CsvBatches.Open(opened.Files, schema: null, new CsvReading(), diagnostics, cancellation) is { } source
            && MetricRun.Gather(source, [rows], diagnostics, cancellation) is { } values
            ? RowCountMetric.Of(values, rows)
            : null;
    }
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>A table beside the one that is checked: some of its columns are read, as the types that they are compared with.</summary>
internal static class OtherTable
{
    /// <summary>The table, open; null, with the reason, when it cannot be read.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="columns">Names and types of the columns that are wanted; whether they are there is for the caller to see.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static (OpenedTable? Table, string? Fault) Open(
        IReadOnlyList<DataSource> files, CsvFormat format, IEnumerable<(string Name, ColumnType Type)> columns, CancellationToken cancellation)
    {
        var schema = new DataSchema
        {
            Format = format,
            Columns = [.. columns.Select(column => new ColumnSchema { Name = column.Name, Type = column.Type })],
            IsPartial = true,
        };
        var found = new DiagnosticBag();
        return OpenedTable.Open(files, schema, new CsvReading(), found, cancellation) is { } table ? (table, null) : (null, Fault(found));
    }

    /// <summary>The first error, in a sentence.</summary>
    public static string Fault(DiagnosticBag found)
    {
        var message = found.FirstOrDefault(finding => finding.Severity == DiagnosticSeverity.Error)?.Message ?? "it cannot be read.";
        return message.EndsWith('.') ? message : message + ".";
    }
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data;

/// <summary>Reads CSV and TSV files of one table into typed columns.</summary>
internal static class TableReader
{
    /// <summary>
    /// All rows of all files, in order. With a contract its types hold, without one they are inferred from all rows. Null, with errors,
    /// when the files cannot be read as a table; values that do not fit their type leave the row missing there and are in
    /// <see cref="Table.Unread"/>, which the validator reports.
    /// </summary>
    public static Table? Read(
        IReadOnlyList<DataSource> files, DataSchema? schema, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (files.Count == 0)
            diagnostics.Error(DataCodes.NoDataFile, "there is no data file. Name one: <MlOpsData Include=\"data/*.csv\" />.");
        var contents = new List<DataFileContent>(files.Count);
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (DataFileContent.Load(file, diagnostics) is { } content)
                contents.Add(content);
        }

        return contents.Count == files.Count && files.Count > 0 ? Read(contents, schema, diagnostics, cancellation) : null;
    }

    internal static Table? Read(
        IReadOnlyList<DataFileContent> contents, DataSchema? schema, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var format = schema?.Format ?? new CsvFormat();
        var names = schema?.Columns.Select(column => column.Name).ToList();
        var headers = contents
            .Select(content => FileHeader.Read(content, CsvDialect.Of(content.Name, format), names, diagnostics))
            .OfType<FileHeader>()
            .ToList();
        if (headers.Count < contents.Count || !HeaderCheck.Same(headers, diagnostics))
            return null;
        if (schema is not null)
            HeaderCheck.Against(headers[0], schema, diagnostics);
        var run = new ReadingRun(contents, headers[0].Names, format, diagnostics, cancellation);
        return run.Types(schema) is { } types ? run.Fill(types) : null;
    }
}

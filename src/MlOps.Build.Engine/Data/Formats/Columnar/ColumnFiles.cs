using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Parquet;

namespace MlOps.Build.Engine.Data.Formats.Columnar;

/// <summary>Columnar files, open, as one table.</summary>
internal sealed class ColumnFiles : IDisposable
{
    private static readonly ParquetFormat Format = new();

    private ColumnFiles(IReadOnlyList<(IColumnFile File, string Name)> files) => Files = files;

    /// <summary>The files with their names as the user knows them.</summary>
    public IReadOnlyList<(IColumnFile File, string Name)> Files { get; }

    public static bool Is(string file) =>
        file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".pq", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null, with errors, when a file cannot be opened, or not all are of this kind.</summary>
    public static ColumnFiles? Open(IReadOnlyList<DataSource> sources, DiagnosticBag diagnostics)
    {
        if (sources.FirstOrDefault(source => !Is(source.Name)) is { } other)
        {
            diagnostics.Error(DataCodes.UnknownFormat, "Parquet and text files cannot be one table. Convert one of them.", new(other.Name));
            return null;
        }

        var files = new List<(IColumnFile, string)>();
        foreach (var source in sources)
        {
            if (Open(source, diagnostics) is { } file)
                files.Add((file, source.Name));
        }

        var opened = new ColumnFiles(files);
        if (files.Count == sources.Count)
            return opened;
        opened.Dispose();
        return null;
    }

    /// <summary>The table; null, with errors, when the files' columns are not equal or do not fit the contract.</summary>
    public ColumnFileTable? Table(DataSchema? schema, DiagnosticBag diagnostics)
    {
        var headers = Files.Select(file => new FileHeader(file.Name, 0, [.. file.File.Columns.Select(column => column.Name)])).ToList();
        if (!HeaderCheck.Same(headers, diagnostics))
            return null;
        var before = diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (schema is not null)
            HeaderCheck.Against(headers[0], schema, diagnostics);
        var wanted = Files[0].File.Columns.Where(column => schema is not { IsPartial: true } || schema.Find(column.Name) is not null);
        var columns = wanted.Select(column => FileColumnPlan.Of(column, schema?.Find(column.Name)?.Type, Files, diagnostics)).OfType<FileColumnPlan>().ToList();
        return diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) > before ? null : new ColumnFileTable(Files, columns, schema?.Format ?? new CsvFormat());
    }

    public void Dispose()
    {
        foreach (var (file, _) in Files)
            file.Dispose();
    }

    private static IColumnFile? Open(DataSource source, DiagnosticBag diagnostics)
    {
        try
        {
            FileKind.Check(source.Path);
            return Format.Open(new FileStream(source.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1), source.Name);
        }
        catch (ColumnFileException exception)
        {
            diagnostics.Add(exception.Diagnostic);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DataBytes.Report(exception, source.Name, diagnostics);
        }

        return null;
    }
}

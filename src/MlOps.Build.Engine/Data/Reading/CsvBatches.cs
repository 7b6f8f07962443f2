using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>CSV files as one table in batches. Files may be larger than memory.</summary>
internal sealed class CsvBatches : ITableSource
{
    private readonly IReadOnlyList<CsvFile> _files;
    private readonly MissingMarkers _markers;
    private readonly CsvReading _reading;
    private readonly HashSet<Diagnostic> _told = [];
    private BlockPlan? _plan;
    private (long[] Rows, int[] Lines)? _offsets;

    private CsvBatches(IReadOnlyList<CsvFile> files, CsvFormat format, CsvReading reading)
    {
        (_files, _reading) = (files, reading);
        var lines = files.Any(file => JsonLines.Is(file.Bytes.Inner)) ? new[] { Encoding.UTF8.GetString(JsonLines.Nothing) } : [];
        _markers = new MissingMarkers([.. format.MissingMarkers, .. lines]);
    }

    /// <summary>The files as the user knows them.</summary>
    public IReadOnlyList<string> Names => [.. _files.Select(file => file.Name)];

    /// <summary>The columns' names, in file order.</summary>
    public IReadOnlyList<string> ColumnNames => _files[0].Header.Names;

    public IReadOnlyList<BatchColumn> Columns { get; private set; } = [];

    /// <summary>
    /// Opens files; null, with errors, when they have no sound and equal headers. Without a contract the files are read once to find the
    /// columns' types.
    /// </summary>
    public static CsvBatches? Open(
        IReadOnlyList<DataBytes> files, DataSchema? schema, CsvReading reading, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (Headed(files, schema, reading, diagnostics) is not { } source)
            return null;
        if (schema is not null)
            source.TakeTypes(schema);
        else if (!source.InferTypes(() => new NoSink(), () => { }, diagnostics, cancellation))
            return null;
        return source;
    }

    /// <summary>Opens files whose headers are sound and equal, without types.</summary>
    internal static CsvBatches? Headed(IReadOnlyList<DataBytes> files, DataSchema? schema, CsvReading reading, DiagnosticBag diagnostics)
    {
        var format = schema?.Format ?? new CsvFormat();
        return CsvHeaders.Read(files, schema, format, reading, diagnostics) is { } headed ? new CsvBatches(headed, format, reading) : null;
    }

    public long? Read(Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var pass = Pass(Columns, cancellation);
        pass.Run(sink);
        return Finish(pass, diagnostics);
    }

    public long? Read(IReadOnlyCollection<int> columns, Func<IBatchSink> sink, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var pass = Pass(Columns, cancellation);
        pass.Wanted = columns;
        pass.Run(sink);
        return Finish(pass, diagnostics);
    }

    public IReadOnlyList<RowLocation> Locate(IReadOnlyList<RowPlace> places)
    {
        var plan = _plan ?? throw new InvalidOperationException("Nothing has been read yet.");
        return new RowFinder(plan, Columns.Count, _reading, Offsets()).Find(places);
    }

    /// <summary>After reading: the rows before each block, and the line at which it begins.</summary>
    public (long[] Rows, int[] Lines) Offsets() => _offsets ??= _plan!.Offsets();

    /// <summary>The 0-based file that a block is of.</summary>
    public int FileOf(int block) => _plan!.FileOf(block);

    /// <summary>After reading: the file's line from that of the bytes in a block.</summary>
    public int LineOf(int block, int line) => _plan!.Files[_plan.FileOf(block)].Bytes.LineOf(line);

    /// <summary>After reading: the number of rows of each file.</summary>
    public long[] RowsByFile() => _plan!.RowsByFile();

    /// <summary>Takes the types of a contract; columns that it does not know are text.</summary>
    internal void TakeTypes(DataSchema schema) =>
        Columns = [.. ColumnNames.Select(name => new BatchColumn(name, schema.Find(name)?.Type ?? ColumnType.String))];

    /// <summary>
    /// Finds the columns' types, first guessed from the first rows, then held against all: the files are read again while a late value
    /// disagrees, after <paramref name="forget"/>. What the sinks of the last reading got is the table.
    /// </summary>
    internal bool InferTypes(Func<IBatchSink> sink, Action forget, DiagnosticBag diagnostics, CancellationToken cancellation) =>
        new TypeInference(this, _markers).Run(sink, forget, diagnostics, cancellation);

    /// <summary>Reads with types of one's own and looks whether they fit.</summary>
    internal CsvPass Try(IReadOnlyList<ColumnType> types, Func<IBatchSink> sink, Func<TypeWatch> watch, CancellationToken cancellation)
    {
        Columns = [.. ColumnNames.Select((name, i) => new BatchColumn(name, types[i]))];
        var pass = Pass(Columns, cancellation);
        pass.Run(sink, watch);
        return pass;
    }

    /// <summary>The number of rows; null, with errors, when the files are no table. Notes are told once, however often they are read.</summary>
    internal long? Finish(CsvPass pass, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var isTable = new CsvFindings(pass, Offsets, Locate).Report(found);
        diagnostics.AddRange(found.Where(finding => finding.Severity == DiagnosticSeverity.Error || _told.Add(finding)));
        return isTable ? Offsets().Rows[^1] : null;
    }

    /// <summary>The first block's rows.</summary>
    internal void LookAtFirst(TypeWatch watch)
    {
        var plan = new BlockPlan(_files, _reading.BlockSize);
        var reader = new BlockReader(plan, ColumnNames.Count, _reading);
        if (plan.Count == 0)
            return;
        reader.Load(0);
        for (var i = 0; i < ColumnNames.Count; i++)
            watch.LookAtAll(reader.Rows, i);
    }

    private CsvPass Pass(IReadOnlyList<BatchColumn> columns, CancellationToken cancellation)
    {
        (_plan, _offsets) = (new BlockPlan(_files, _reading.BlockSize), null);
        return new CsvPass(_plan, columns, _markers, _reading, cancellation);
    }
}

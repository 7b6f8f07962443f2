using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Columns;
using MlOps.Build.Parquet.Footer;
using MlOps.Build.Parquet.Pages;
using MlOps.Build.Parquet.Sources;

namespace MlOps.Build.Parquet;

/// <summary>An open Parquet file.</summary>
internal sealed class ParquetFile : IColumnFile
{
    private readonly ByteSource _source;
    private readonly ParquetLimits _limits;
    private readonly FileMetadata _metadata;
    private readonly IReadOnlyList<ColumnSpec> _specs;

    public ParquetFile(ByteSource source, string name, ParquetLimits limits)
    {
        (_source, _limits, Name) = (source, limits, name);
        _metadata = FooterReader.Read(FooterBytes.Read(source, limits));
        _specs = SchemaColumns.Build(_metadata.Schema, out var leafCount);
        Columns = [.. _specs.Select(spec => spec.Column)];
        RowGroups = RowGroupList.Build(_metadata, _specs, leafCount, limits);
    }

    public string Name { get; }

    public IReadOnlyList<FileColumn> Columns { get; }

    public IReadOnlyList<RowGroup> RowGroups { get; }

    public long RowCount => _metadata.RowCount;

    public ColumnValues Read(int rowGroup, int column, CancellationToken cancellation = default)
    {
        var spec = _specs[column];
        var group = _metadata.Groups[rowGroup];
        ColumnReading? reading = null;
        try
        {
            if (spec.IsNested)
                throw new ParquetFault(ParquetCodes.Nested, spec.Column.Unreadable!);
            var chunk = group.Chunks[spec.Leaf];
            CheckReadable(spec, chunk);
            var decoder = Decoders.Create(spec, RowGroups[rowGroup].RowCount, _limits.TextBytes);
            reading = new ColumnReading(_source, chunk, decoder, spec.Element.Repetition == Repetition.Optional, _limits);
            return reading.Read(cancellation);
        }
        catch (ParquetFault fault)
        {
            var place = reading is null ? "" : $", byte {reading.Offset}";
            var message = $"column '{spec.Column.Name}', row group {rowGroup}{place}: {fault.Message}. {Remedies.Of(fault.Code)}";
            throw new ColumnFileException(fault.Code, Name, message.TrimEnd(), fault.Value);
        }
    }

    public void Dispose() => _source.Dispose();

    private void CheckReadable(ColumnSpec spec, ChunkMetadata chunk)
    {
        if (_metadata.IsEncrypted || chunk.IsEncrypted)
            throw new ParquetFault(ParquetCodes.Encrypted, "the column is encrypted");
        if (spec.Column.Unreadable is { } reason)
            Faults.Unsupported(reason);
        if (chunk.FilePath is { } path)
            Faults.Unsupported($"its pages lie in another file, '{path}'; give that file itself");
        if (!chunk.IsPresent)
            Faults.Page("the footer says nothing of it");
        if (chunk.Type != spec.Element.Type)
            Faults.Page($"the row group calls it {chunk.Type} where the schema says {spec.Element.Type}");
    }
}

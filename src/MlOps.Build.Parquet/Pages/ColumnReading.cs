using System.Buffers;
using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Columns;
using MlOps.Build.Parquet.Compression;
using MlOps.Build.Parquet.Encodings;
using MlOps.Build.Parquet.Footer;
using MlOps.Build.Parquet.Sources;

namespace MlOps.Build.Parquet.Pages;

/// <summary>Reads one column of one row group, page by page.</summary>
internal sealed class ColumnReading(ByteSource source, ChunkMetadata chunk, ColumnDecoder decoder, bool isNullable, ParquetLimits limits)
{
    private Codec _codec;
    private byte[] _packed = [];

    /// <summary>Where in the file the reading stands; it goes into messages.</summary>
    public long Offset { get; private set; } = chunk.Start;

    public ColumnValues Read(CancellationToken cancellation)
    {
        _codec = Unpacker.Checked(chunk.Codec);
        if (chunk.ValueCount != decoder.RowCount)
            Faults.Page($"the column claims {chunk.ValueCount} values where the row group has {decoder.RowCount} rows");
        if (decoder.RowCount == 0)
            return decoder.Finish();
        var size = CheckedSize();
        _packed = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            source.Read(chunk.Start, _packed.AsSpan(0, size));
            ReadPages(size, cancellation);
        }
        catch
        {
            decoder.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(_packed);
        }

        return decoder.Finish();
    }

    private int CheckedSize()
    {
        if (chunk.Start < 4 || chunk.Start > source.Length || chunk.CompressedBytes < 0 || chunk.CompressedBytes > source.Length - chunk.Start)
            Faults.Page($"the column claims {chunk.CompressedBytes} bytes from {chunk.Start} on in a file of {source.Length}");
        if (chunk.CompressedBytes > limits.ChunkBytes)
        {
            Faults.Limit(
                $"the column has {chunk.CompressedBytes} bytes where at most {limits.ChunkBytes} are read at once; write smaller row groups");
        }

        return (int)chunk.CompressedBytes;
    }

    private void ReadPages(int size, CancellationToken cancellation)
    {
        for (var at = 0; decoder.Validity.Count < decoder.RowCount;)
        {
            cancellation.ThrowIfCancellationRequested();
            Offset = chunk.Start + at;
            if (at >= size)
                Faults.Page($"the column ends after {decoder.Validity.Count} of {decoder.RowCount} rows");
            var header = PageHeaderReader.Read(_packed.AsSpan(at, size - at), out var length);
            at += length;
            CheckSizes(header, size - at);
            ReadPage(header, at);
            at += header.PackedBytes;
        }
    }

    private void CheckSizes(PageHeader header, int left)
    {
        if (header.PackedBytes < 0 || header.PackedBytes > left)
            Faults.Page($"a page claims {header.PackedBytes} bytes where {left} are left");
        if (header.UnpackedBytes < 0 || header.UnpackedBytes > Unpacker.MostUnpacked(_codec, header.PackedBytes))
            Faults.Page($"a page of {header.PackedBytes} bytes claims to unpack to {header.UnpackedBytes}");
        if (header.UnpackedBytes > limits.PageBytes)
            Faults.Limit($"a page unpacks to {header.UnpackedBytes} bytes where at most {limits.PageBytes} are read; write smaller pages");
        if (header.ValueCount < 0)
            Faults.Page($"a page claims {header.ValueCount} values");
    }

    private void ReadPage(PageHeader header, int at)
    {
        if (header.Kind is PageKind.Index or PageKind.Unknown)
            return;
        if (!header.IsComplete)
            Faults.Page("a page's header lacks the part that belongs to its kind");
        if (header.Checksum is { } expected && Crc32.Compute(_packed.AsSpan(at, header.PackedBytes)) is var actual && actual != expected)
            throw new ParquetFault(ParquetCodes.Checksum, $"a page's checksum is {actual:x8} where its header says {expected:x8}");
        if (header.Kind == PageKind.Dictionary)
            ReadDictionary(header, at);
        else
            ReadData(header, at);
    }

    private void ReadDictionary(PageHeader header, int at)
    {
        if ((ValueEncoding)header.Encoding is not (ValueEncoding.Plain or ValueEncoding.PlainDictionary))
            Faults.Unsupported($"its dictionary has encoding {header.Encoding}, which is not read; write the file anew");
        using var page = new UnpackedPage(_codec, _packed, at, header.PackedBytes, header.UnpackedBytes);
        decoder.ReadDictionary(page.Content, header.ValueCount);
    }

    private void ReadData(PageHeader header, int at)
    {
        var left = decoder.RowCount - decoder.Validity.Count;
        if (header.ValueCount > left)
            Faults.Page($"a page claims {header.ValueCount} values where {left} rows are left");
        if (header.Kind == PageKind.Data)
            ReadVersion1(header, at);
        else
            ReadVersion2(header, at);
    }

    private void ReadVersion1(PageHeader header, int at)
    {
        using var page = new UnpackedPage(_codec, _packed, at, header.PackedBytes, header.UnpackedBytes);
        var cursor = new ByteCursor(page.Content, "a page's content");
        var missing = decoder.Validity.MissingCount;
        if (isNullable)
            LevelReader.ReadVersion1(ref cursor, header.LevelEncoding, header.ValueCount, decoder.Validity);
        else
            decoder.Validity.AppendRun(true, header.ValueCount);
        decoder.ReadPage((ValueEncoding)header.Encoding, cursor.Rest(), header.ValueCount, decoder.Validity.MissingCount - missing);
    }

    // Levels come first and are never compressed.
    private void ReadVersion2(PageHeader header, int at)
    {
        var levels = (long)header.DefinitionBytes + header.RepetitionBytes;
        if (header.DefinitionBytes < 0 || header.RepetitionBytes < 0 || levels > header.PackedBytes || levels > header.UnpackedBytes)
            Faults.Page($"a page of {header.PackedBytes} bytes claims {levels} bytes of levels");
        var cursor = new ByteCursor(_packed.AsSpan(at + header.RepetitionBytes, header.DefinitionBytes), "definition levels");
        var missing = decoder.Validity.MissingCount;
        if (isNullable)
            HybridDecoder.DecodeLevels(ref cursor, header.ValueCount, decoder.Validity);
        else
            decoder.Validity.AppendRun(true, header.ValueCount);
        missing = decoder.Validity.MissingCount - missing;
        if (missing != header.NullCount)
            Faults.Page($"a page claims {header.NullCount} missing values where its levels say {missing}");
        var codec = header.IsCompressed ? _codec : Codec.Uncompressed;
        using var page = new UnpackedPage(
            codec, _packed, at + (int)levels, header.PackedBytes - (int)levels, header.UnpackedBytes - (int)levels);
        decoder.ReadPage((ValueEncoding)header.Encoding, page.Content, header.ValueCount, missing);
    }
}

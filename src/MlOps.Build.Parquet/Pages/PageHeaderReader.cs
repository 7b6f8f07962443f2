using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Footer;

namespace MlOps.Build.Parquet.Pages;

/// <summary>Reads page headers (parquet.thrift: PageHeader and what it holds).</summary>
internal static class PageHeaderReader
{
    /// <summary>Reads the header at the start of <paramref name="content"/> and tells its length.</summary>
    public static PageHeader Read(ReadOnlySpan<byte> content, out int length)
    {
        try
        {
            var reader = new ThriftReader(content, "the page header");
            var header = Read(ref reader);
            length = reader.Position;
            return header;
        }
        catch (ParquetFault fault)
        {
            throw new ParquetFault(ParquetCodes.Page, fault.Message);
        }
    }

    private static PageHeader Read(ref ThriftReader reader)
    {
        var result = new PageHeader();
        var outer = reader.Enter(ThriftType.Struct);
        while (reader.NextField(out var field, out var type))
        {
            result = (field, type) switch
            {
                (1, _) => result with { Kind = KindOf(reader.Int32(type)) },
                (2, _) => result with { UnpackedBytes = reader.Int32(type) },
                (3, _) => result with { PackedBytes = reader.Int32(type) },
                (4, _) => result with { Checksum = (uint)reader.Int32(type) },
                (5, _) when result.Kind == PageKind.Data => ReadData(ref reader, result, type),
                (7, _) when result.Kind == PageKind.Dictionary => ReadDictionary(ref reader, result, type),
                (8, _) when result.Kind == PageKind.DataV2 => ReadVersion2(ref reader, result, type),
                _ => Skipped(ref reader, result, type),
            };
        }

        reader.Leave(outer);
        return result;
    }

    private static PageHeader ReadData(ref ThriftReader reader, PageHeader result, ThriftType structType)
    {
        result = result with { IsComplete = true };
        var outer = reader.Enter(structType);
        while (reader.NextField(out var field, out var type))
        {
            result = field switch
            {
                1 => result with { ValueCount = reader.Int32(type) },
                2 => result with { Encoding = reader.Int32(type) },
                3 => result with { LevelEncoding = reader.Int32(type) },
                _ => Skipped(ref reader, result, type),
            };
        }

        reader.Leave(outer);
        return result;
    }

    private static PageHeader ReadDictionary(ref ThriftReader reader, PageHeader result, ThriftType structType)
    {
        result = result with { IsComplete = true };
        var outer = reader.Enter(structType);
        while (reader.NextField(out var field, out var type))
        {
            result = field switch
            {
                1 => result with { ValueCount = reader.Int32(type) },
                2 => result with { Encoding = reader.Int32(type) },
                _ => Skipped(ref reader, result, type),
            };
        }

        reader.Leave(outer);
        return result;
    }

    private static PageHeader ReadVersion2(ref ThriftReader reader, PageHeader result, ThriftType structType)
    {
        result = result with { IsComplete = true };
        var outer = reader.Enter(structType);
        while (reader.NextField(out var field, out var type))
        {
            result = field switch
            {
                1 => result with { ValueCount = reader.Int32(type) },
                2 => result with { NullCount = reader.Int32(type) },
                4 => result with { Encoding = reader.Int32(type) },
                5 => result with { DefinitionBytes = reader.Int32(type) },
                6 => result with { RepetitionBytes = reader.Int32(type) },
                7 => result with { IsCompressed = reader.Bool(type) },
                _ => Skipped(ref reader, result, type),
            };
        }

        reader.Leave(outer);
        return result;
    }

    private static PageHeader Skipped(ref ThriftReader reader, PageHeader result, ThriftType type)
    {
        reader.Skip(type);
        return result;
    }

    private static PageKind KindOf(int value) => value is >= 0 and <= 3 ? (PageKind)value : PageKind.Unknown;
}

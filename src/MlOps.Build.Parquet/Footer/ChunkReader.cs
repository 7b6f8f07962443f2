namespace MlOps.Build.Parquet.Footer;

/// <summary>Reads ColumnChunk, ColumnMetaData and Statistics of parquet.thrift.</summary>
internal static class ChunkReader
{
    public static ChunkMetadata Read(ref ThriftReader reader, ThriftType elementType)
    {
        var result = new ChunkMetadata();
        var outer = reader.Enter(elementType);
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 1:
                    result = result with { FilePath = reader.Text(type) };
                    break;
                case 3:
                    result = ReadMetadata(ref reader, result, type);
                    break;
                case 8 or 9:
                    result = result with { IsEncrypted = true };
                    reader.Skip(type);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        reader.Leave(outer);
        return result;
    }

    private static ChunkMetadata ReadMetadata(ref ThriftReader reader, ChunkMetadata result, ThriftType structType)
    {
        result = result with { IsPresent = true };
        var outer = reader.Enter(structType);
        while (reader.NextField(out var field, out var type))
            result = ReadField(ref reader, result, field, type);
        reader.Leave(outer);
        return result;
    }

    private static ChunkMetadata ReadField(ref ThriftReader reader, ChunkMetadata result, short field, ThriftType type)
    {
        switch (field)
        {
            case 1:
                return result with { Type = FooterReader.Physical(reader.Int32(type)) };
            case 4:
                return result with { Codec = reader.Int32(type) };
            case 5:
                return result with { ValueCount = reader.Int64(type) };
            case 7:
                return result with { CompressedBytes = reader.Int64(type) };
            case 9:
                return result with { DataPageOffset = reader.Int64(type) };
            case 11:
                return result with { DictionaryPageOffset = reader.Int64(type) };
            case 12:
                return result with { Statistics = ReadStatistics(ref reader, type) };
            default:
                reader.Skip(type);
                return result;
        }
    }

    private static RawStatistics ReadStatistics(ref ThriftReader reader, ThriftType structType)
    {
        long? nulls = null;
        var bounds = new byte[]?[7];
        var outer = reader.Enter(structType);
        while (reader.NextField(out var field, out var type))
        {
            if (field == 3)
                nulls = reader.Int64(type);
            else if (field is 1 or 2 or 5 or 6)
                bounds[field] = reader.Binary(type).ToArray();
            else
                reader.Skip(type);
        }

        reader.Leave(outer);
        var legacy = bounds[5] is null && bounds[6] is null;
        return new RawStatistics { NullCount = nulls, Min = bounds[legacy ? 2 : 6], Max = bounds[legacy ? 1 : 5], IsLegacy = legacy };
    }
}

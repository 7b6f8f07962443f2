namespace MlOps.Build.Parquet.Footer;

/// <summary>Reads the footer's structures (apache/parquet-format, parquet.thrift: FileMetaData, SchemaElement, RowGroup).</summary>
internal static class FooterReader
{
    public static FileMetadata Read(ReadOnlySpan<byte> footer)
    {
        var reader = new ThriftReader(footer, "the footer");
        var result = new FileMetadata { Schema = [], Groups = [] };
        var outer = reader.Enter(ThriftType.Struct);
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 2:
                    result = result with { Schema = ReadSchema(ref reader, type) };
                    break;
                case 3:
                    result = result with { RowCount = reader.Int64(type) };
                    break;
                case 4:
                    result = result with { Groups = ReadGroups(ref reader, type) };
                    break;
                case 8:
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

    private static List<SchemaElement> ReadSchema(ref ThriftReader reader, ThriftType type)
    {
        var result = new List<SchemaElement>();
        var count = reader.List(type, out var element);
        for (var i = 0; i < count; i++)
            result.Add(ReadElement(ref reader, element));
        return result;
    }

    private static SchemaElement ReadElement(ref ThriftReader reader, ThriftType elementType)
    {
        var result = new SchemaElement { Name = "" };
        LogicalType? logical = null;
        var (scale, precision) = (0, 0);
        var outer = reader.Enter(elementType);
        while (reader.NextField(out var field, out var type))
        {
            switch (field)
            {
                case 7:
                    scale = reader.Int32(type);
                    break;
                case 8:
                    precision = reader.Int32(type);
                    break;
                case 10:
                    logical = LogicalTypeReader.Read(ref reader, type);
                    break;
                default:
                    result = ReadElementField(ref reader, result, field, type);
                    break;
            }
        }

        reader.Leave(outer);
        logical ??= result.Logical;
        if (logical is { Kind: LogicalKind.Decimal, Precision: 0 })
            logical = logical with { Scale = scale, Precision = precision };
        return result with { Logical = logical };
    }

    private static SchemaElement ReadElementField(ref ThriftReader reader, SchemaElement result, short field, ThriftType type)
    {
        switch (field)
        {
            case 1:
                return result with { Type = Physical(reader.Int32(type)) };
            case 2:
                return result with { TypeLength = reader.Int32(type) };
            case 3:
                return result with { Repetition = RepetitionOf(reader.Int32(type)) };
            case 4:
                return result with { Name = reader.Text(type) };
            case 5:
                return result with { ChildCount = reader.Int32(type) };
            case 6:
                return result with { Logical = LogicalTypeReader.FromConverted(reader.Int32(type)) };
            default:
                reader.Skip(type);
                return result;
        }
    }

    private static List<GroupMetadata> ReadGroups(ref ThriftReader reader, ThriftType type)
    {
        var result = new List<GroupMetadata>();
        var count = reader.List(type, out var element);
        for (var i = 0; i < count; i++)
            result.Add(ReadGroup(ref reader, element));
        return result;
    }

    private static GroupMetadata ReadGroup(ref ThriftReader reader, ThriftType elementType)
    {
        var result = new GroupMetadata { Chunks = [] };
        var outer = reader.Enter(elementType);
        while (reader.NextField(out var field, out var type))
        {
            if (field == 1)
                result = result with { Chunks = ReadChunks(ref reader, type) };
            else if (field == 3)
                result = result with { RowCount = reader.Int64(type) };
            else
                reader.Skip(type);
        }

        reader.Leave(outer);
        return result;
    }

    private static List<ChunkMetadata> ReadChunks(ref ThriftReader reader, ThriftType type)
    {
        var result = new List<ChunkMetadata>();
        var count = reader.List(type, out var element);
        for (var i = 0; i < count; i++)
            result.Add(ChunkReader.Read(ref reader, element));
        return result;
    }

    internal static PhysicalType Physical(int value)
    {
        if (value is < 0 or > 7)
            Faults.Footer($"the footer names physical type {value}, which Parquet does not know");
        return (PhysicalType)value;
    }

    private static Repetition RepetitionOf(int value)
    {
        if (value is < 0 or > 2)
            Faults.Footer($"the footer names repetition {value}, which Parquet does not know");
        return (Repetition)value;
    }
}

using MlOps.Build.Contracts;

namespace MlOps.Build.Parquet.Footer;

/// <summary>Reads logical types and translates converted ones (apache/parquet-format, LogicalTypes.md).</summary>
internal static class LogicalTypeReader
{
    public static LogicalType Read(ref ThriftReader reader, ThriftType type)
    {
        var result = LogicalType.None;
        var outer = reader.Enter(type);
        while (reader.NextField(out var field, out var fieldType))
        {
            if (fieldType == ThriftType.Struct)
                result = ReadMember(ref reader, field);
            else
                reader.Skip(fieldType);
        }

        reader.Leave(outer);
        return result;
    }

    public static LogicalType FromConverted(int converted) => converted switch
    {
        0 => Plain(LogicalKind.Text, "string"),
        4 => Plain(LogicalKind.Enum, "enum"),
        5 => Plain(LogicalKind.Decimal, "decimal"),
        6 => Plain(LogicalKind.Date, "date"),
        7 => Clock(LogicalKind.Time, TimestampUnit.Milliseconds),
        8 => Clock(LogicalKind.Time, TimestampUnit.Microseconds),
        9 => Clock(LogicalKind.Timestamp, TimestampUnit.Milliseconds),
        10 => Clock(LogicalKind.Timestamp, TimestampUnit.Microseconds),
        >= 11 and <= 14 => Integer(8 << (converted - 11), false),
        >= 15 and <= 18 => Integer(8 << (converted - 15), true),
        19 => Plain(LogicalKind.Json, "json"),
        20 => Plain(LogicalKind.Other, "bson"),
        21 => Plain(LogicalKind.Other, "interval"),
        _ => Plain(LogicalKind.Other, $"converted type {converted}"),
    };

    private static LogicalType ReadMember(ref ThriftReader reader, int member)
    {
        Span<long> fields = stackalloc long[3];
        var outer = reader.Enter(ThriftType.Struct);
        while (reader.NextField(out var field, out var type))
            ReadField(ref reader, field, type, fields);
        reader.Leave(outer);
        return FromUnion(member, fields);
    }

    // Every member has at most two fields that matter: two numbers, a number and a flag, or a flag and a unit.
    private static void ReadField(ref ThriftReader reader, short field, ThriftType type, scoped Span<long> fields)
    {
        if (field is < 1 or > 2)
            reader.Skip(type);
        else if (type is ThriftType.True or ThriftType.False)
            fields[field] = reader.Bool(type) ? 1 : 0;
        else if (type is ThriftType.Byte or ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64)
            fields[field] = reader.Int64(type);
        else if (type == ThriftType.Struct)
            fields[field] = ReadUnit(ref reader);
        else
            reader.Skip(type);
    }

    private static long ReadUnit(ref ThriftReader reader)
    {
        var unit = 0L;
        var outer = reader.Enter(ThriftType.Struct);
        while (reader.NextField(out var field, out var type))
        {
            unit = field;
            reader.Skip(type);
        }

        reader.Leave(outer);
        return unit;
    }

    private static LogicalType FromUnion(int member, ReadOnlySpan<long> fields) => member switch
    {
        1 => Plain(LogicalKind.Text, "string"),
        4 => Plain(LogicalKind.Enum, "enum"),
        5 => Plain(LogicalKind.Decimal, "decimal") with { Scale = Small(fields[1]), Precision = Small(fields[2]) },
        6 => Plain(LogicalKind.Date, "date"),
        7 => Clock(LogicalKind.Time, fields),
        8 => Clock(LogicalKind.Timestamp, fields),
        10 => Integer(Small(fields[1]), fields[2] == 1),
        11 => Plain(LogicalKind.AlwaysMissing, "null"),
        12 => Plain(LogicalKind.Json, "json"),
        13 => Plain(LogicalKind.Other, "bson"),
        14 => Plain(LogicalKind.Uuid, "uuid"),
        15 => Plain(LogicalKind.Float16, "float16"),
        16 => Plain(LogicalKind.Other, "variant"),
        17 => Plain(LogicalKind.Other, "geometry"),
        18 => Plain(LogicalKind.Other, "geography"),
        _ => Plain(LogicalKind.Other, $"logical type {member}"),
    };

    private static LogicalType Clock(LogicalKind kind, ReadOnlySpan<long> fields) => fields[2] switch
    {
        1 => Clock(kind, TimestampUnit.Milliseconds) with { IsUtc = fields[1] == 1 },
        2 => Clock(kind, TimestampUnit.Microseconds) with { IsUtc = fields[1] == 1 },
        3 => Clock(kind, TimestampUnit.Nanoseconds) with { IsUtc = fields[1] == 1 },
        _ => Plain(LogicalKind.Other, $"{Word(kind)} in unit {fields[2]}"),
    };

    private static LogicalType Clock(LogicalKind kind, TimestampUnit unit) => Plain(kind, Word(kind)) with { Unit = unit, IsUtc = true };

    private static LogicalType Integer(int bits, bool signed) =>
        bits is 8 or 16 or 32 or 64
            ? Plain(LogicalKind.Integer, $"{(signed ? "" : "u")}int{bits}") with { BitWidth = bits, IsSigned = signed }
            : Plain(LogicalKind.Other, $"integer of {bits} bits");

    private static LogicalType Plain(LogicalKind kind, string name) => new() { Kind = kind, Name = name };

    private static string Word(LogicalKind kind) => kind == LogicalKind.Time ? "time" : "timestamp";

    private static int Small(long value) => (int)Math.Clamp(value, int.MinValue, int.MaxValue);
}

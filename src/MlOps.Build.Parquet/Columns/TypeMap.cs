using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Footer;

namespace MlOps.Build.Parquet.Columns;

/// <summary>As which of our types a column is read, by its physical and logical type.</summary>
internal static class TypeMap
{
    private const int MostScale = 1000;
    private const string AsText = "cast it to text, a number or a timestamp when the file is written";

    public static FileColumn Describe(FileColumn column, SchemaElement element)
    {
        if (element.Type is null)
            return column with { LogicalType = "group", IsNested = true, Unreadable = "it is a group of columns; write its members as columns of their own" };
        var described = element.Type switch
        {
            PhysicalType.Boolean => column with { LogicalType = "boolean", Type = ColumnType.Boolean },
            PhysicalType.Int32 => Integer(column, element.Logical, 32),
            PhysicalType.Int64 => Integer(column, element.Logical, 64),
            PhysicalType.Int96 => Int96(column),
            PhysicalType.Float => column with { LogicalType = "float32", Type = ColumnType.Float32 },
            PhysicalType.Double => column with { LogicalType = "float64", Type = ColumnType.Float64 },
            PhysicalType.ByteArray => Bytes(column, element.Logical),
            _ => FixedBytes(column, element.Logical, element.TypeLength),
        };
        return element.Repetition == Repetition.Repeated
            ? column with
            {
                LogicalType = $"list of {described.LogicalType}",
                IsNested = true,
                Unreadable = "it holds a list in each row; write a row or a column for each element",
            }
            : described;
    }

    private static FileColumn Int96(FileColumn column) => column with
    {
        LogicalType = "int96 timestamp",
        Type = ColumnType.Timestamp,
        TimestampUnit = TimestampUnit.Microseconds,
        Loss = "nanoseconds are cut to microseconds",
    };

    private static FileColumn Integer(FileColumn column, LogicalType logical, int bits) => logical.Kind switch
    {
        LogicalKind.None or LogicalKind.AlwaysMissing => column with { LogicalType = $"int{bits}", Type = ColumnType.Int64 },
        LogicalKind.Integer when logical.BitWidth <= bits => Whole(column, logical),
        LogicalKind.Decimal => Decimal(column, logical),
        LogicalKind.Date when bits == 32 => column with { LogicalType = "date", Type = ColumnType.Date },
        LogicalKind.Time when bits == 32 == (logical.Unit == TimestampUnit.Milliseconds) => Time(column, logical),
        LogicalKind.Timestamp when bits == 64 => column with
        {
            LogicalType = Clock(logical),
            Type = ColumnType.Timestamp,
            TimestampUnit = logical.Unit,
            IsUtc = logical.IsUtc,
        },
        _ => Unreadable(column, $"{logical.Name} in {bits} bits"),
    };

    private static FileColumn Whole(FileColumn column, LogicalType logical) => column with
    {
        LogicalType = logical.Name,
        Type = ColumnType.Int64,
        Loss = logical is { IsSigned: false, BitWidth: 64 } ? "values above 9223372036854775807 are an error" : null,
    };

    private static FileColumn Time(FileColumn column, LogicalType logical) => column with
    {
        LogicalType = Clock(logical),
        Type = ColumnType.String,
        Loss = "a time of day becomes text: HH:mm:ss and the fraction",
    };

    private static FileColumn Bytes(FileColumn column, LogicalType logical) => logical.Kind switch
    {
        LogicalKind.Text or LogicalKind.Enum or LogicalKind.Json => column with { LogicalType = logical.Name, Type = ColumnType.String },
        LogicalKind.None or LogicalKind.AlwaysMissing => column with
        {
            LogicalType = "binary",
            Type = ColumnType.String,
            Loss = "bytes are taken as UTF-8 text without NUL; others are an error",
        },
        LogicalKind.Decimal => Decimal(column, logical),
        _ => Unreadable(column, logical.Name),
    };

    private static FileColumn FixedBytes(FileColumn column, LogicalType logical, int length) => logical.Kind switch
    {
        LogicalKind.Decimal when length > 0 => Decimal(column, logical),
        LogicalKind.Uuid when length == 16 => column with { LogicalType = "uuid", Type = ColumnType.String },
        LogicalKind.Float16 when length == 2 => column with { LogicalType = "float16", Type = ColumnType.Float32 },
        LogicalKind.None => Unreadable(column, $"binary of {length} bytes"),
        _ => Unreadable(column, $"{logical.Name} in {length} bytes"),
    };

    private static FileColumn Decimal(FileColumn column, LogicalType logical) =>
        logical.Scale is < 0 or > MostScale
            ? Unreadable(column, $"decimal of scale {logical.Scale}")
            : column with
            {
                LogicalType = $"decimal({logical.Precision},{logical.Scale})",
                Type = ColumnType.Float64,
                Loss = logical.Precision > 15 ? "the nearest 64-bit number is read: 15 to 17 digits" : null,
            };

    private static FileColumn Unreadable(FileColumn column, string type) =>
        column with { LogicalType = type, Unreadable = $"its type, {type}, is not read; {AsText}" };

    private static string Clock(LogicalType logical)
    {
        var unit = logical.Unit switch { TimestampUnit.Milliseconds => "ms", TimestampUnit.Microseconds => "us", _ => "ns" };
        return $"{logical.Name}({unit}{(logical.IsUtc ? ", utc" : "")})";
    }
}

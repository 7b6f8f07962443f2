using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Footer;

namespace MlOps.Build.Parquet.Columns;

/// <summary>The decoder of a column, by its physical and logical type; the same table as <see cref="TypeMap"/>.</summary>
internal static class Decoders
{
    public static ColumnDecoder Create(ColumnSpec spec, int rowCount, int mostTextBytes)
    {
        var element = spec.Element;
        return spec.Column.Type switch
        {
            ColumnType.Boolean => new ValueDecoder<bool>(rowCount, new BooleanSource()),
            ColumnType.Int64 => new ValueDecoder<long>(rowCount, Whole(element)),
            ColumnType.Date => new ValueDecoder<int>(rowCount, new NumberSource<int, int>(Conversions.Days)),
            ColumnType.Timestamp => new ValueDecoder<long>(rowCount, Points(element)),
            ColumnType.Float32 => new ValueDecoder<float>(rowCount, Singles(element)),
            ColumnType.Float64 => new ValueDecoder<double>(rowCount, Doubles(element)),
            ColumnType.String => new TextDecoder(rowCount, Texts(element), mostTextBytes),
            _ => throw new InvalidOperationException($"Column '{spec.Column.Name}' has no type."),
        };
    }

    private static DenseSource<long> Whole(SchemaElement element)
    {
        var isSigned = element.Logical is not { Kind: LogicalKind.Integer, IsSigned: false };
        return element.Type == PhysicalType.Int32
            ? new NumberSource<int, long>(isSigned ? Conversions.Widen : Conversions.WidenUnsigned)
            : new NumberSource<long, long>(isSigned ? Conversions.Same : Conversions.Unsigned);
    }

    private static DenseSource<long> Points(SchemaElement element) => element.Type == PhysicalType.Int96
        ? new BytesSource<long>(12, Conversions.Int96)
        : new NumberSource<long, long>(Conversions.Same);

    private static DenseSource<float> Singles(SchemaElement element) => element.Type == PhysicalType.Float
        ? new NumberSource<float, float>(Conversions.Same)
        : new BytesSource<float>(2, Conversions.Halves);

    private static DenseSource<double> Doubles(SchemaElement element) => element.Type switch
    {
        PhysicalType.Int32 => new NumberSource<int, double>(Conversions.Decimal32(element.Logical.Scale)),
        PhysicalType.Int64 => new NumberSource<long, double>(Conversions.Decimal64(element.Logical.Scale)),
        PhysicalType.ByteArray => new DecimalTextSource(element.Logical.Scale),
        PhysicalType.FixedLengthByteArray => new BytesSource<double>(element.TypeLength, Conversions.DecimalBytes(element.Logical.Scale)),
        _ => new NumberSource<double, double>(Conversions.Same),
    };

    private static TextSource Texts(SchemaElement element) => element.Type switch
    {
        PhysicalType.Int32 => new FormattedSource<long>(
            new NumberSource<int, long>(Conversions.Widen), TextFormats.Time(element.Logical.Unit)),
        PhysicalType.Int64 => new FormattedSource<long>(
            new NumberSource<long, long>(Conversions.Same), TextFormats.Time(element.Logical.Unit)),
        PhysicalType.FixedLengthByteArray => new FormattedSource<Guid>(new BytesSource<Guid>(16, Conversions.Guids), TextFormats.Guid),
        _ => new Utf8Source(element.Logical.Kind is LogicalKind.Text or LogicalKind.Enum or LogicalKind.Json),
    };
}

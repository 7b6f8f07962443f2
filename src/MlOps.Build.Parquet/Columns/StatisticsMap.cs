using System.Buffers.Binary;
using MlOps.Build.Contracts;
using MlOps.Build.Parquet.Footer;

namespace MlOps.Build.Parquet.Columns;

/// <summary>Turns raw statistics into the form in which the column is read. What cannot be relied on is left out.</summary>
internal static class StatisticsMap
{
    public static ColumnStatistics Read(ColumnSpec spec, RawStatistics? raw, long rowCount)
    {
        if (raw is null || spec.IsNested || spec.Column.Type is null)
            return ColumnStatistics.Unknown;
        var isBytes = spec.Element.Type is PhysicalType.ByteArray or PhysicalType.FixedLengthByteArray;
        var isOrdered = !raw.IsLegacy || (IsSigned(spec.Element) && !isBytes);
        return new ColumnStatistics
        {
            MissingCount = raw.NullCount >= 0 && raw.NullCount <= rowCount ? raw.NullCount : null,
            Min = isOrdered ? Bound(spec, raw.Min) : null,
            Max = isOrdered ? Bound(spec, raw.Max) : null,
        };
    }

    private static bool IsSigned(SchemaElement element) => element.Logical is not { Kind: LogicalKind.Integer, IsSigned: false };

    private static ColumnBound? Bound(ColumnSpec spec, byte[]? value) => (spec.Element.Type, value?.Length) switch
    {
        (_, null) => null,
        (PhysicalType.Boolean, 1) => ColumnBound.Of((long)(value![0] & 1)),
        (PhysicalType.Int32, 4) => Integer(spec, BinaryPrimitives.ReadInt32LittleEndian(value)),
        (PhysicalType.Int64, 8) => Integer(spec, BinaryPrimitives.ReadInt64LittleEndian(value)),
        (PhysicalType.Float, 4) => Number(BinaryPrimitives.ReadSingleLittleEndian(value)),
        (PhysicalType.Double, 8) => Number(BinaryPrimitives.ReadDoubleLittleEndian(value)),
        (PhysicalType.ByteArray, _) when spec.Column.Type == ColumnType.String => ColumnBound.Of(value.AsMemory()),
        (PhysicalType.ByteArray or PhysicalType.FixedLengthByteArray, _) => FromBytes(spec, value!),
        _ => null,
    };

    private static ColumnBound? Integer(ColumnSpec spec, long value)
    {
        var logical = spec.Element.Logical;
        if (logical.Kind == LogicalKind.Decimal)
            return Number(DecimalNumber.ToDouble(value, logical.Scale));
        if (spec.Column.Type == ColumnType.String)
            return null;
        if (IsSigned(spec.Element))
            return ColumnBound.Of(value);
        value = spec.Element.Type == PhysicalType.Int32 ? (uint)value : value;
        return value < 0 ? null : ColumnBound.Of(value);
    }

    private static ColumnBound? FromBytes(ColumnSpec spec, byte[] value) => spec.Element.Logical.Kind switch
    {
        LogicalKind.Decimal when value.Length is > 0 and <= 16 =>
            Number(DecimalNumber.ToDouble(DecimalNumber.ReadBigEndian(value), spec.Element.Logical.Scale)),
        LogicalKind.Float16 when value.Length == 2 => Number((double)BinaryPrimitives.ReadHalfLittleEndian(value)),
        _ => null,
    };

    private static ColumnBound? Number(double value) => double.IsNaN(value) ? null : ColumnBound.Of(value);
}

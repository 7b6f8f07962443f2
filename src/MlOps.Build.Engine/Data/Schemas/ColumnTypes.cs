using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Types by their names in <c>schema.yaml</c>, and bounds as texts of a type.</summary>
internal static class ColumnTypes
{
    public static readonly IReadOnlyDictionary<string, ColumnType> ByName = new Dictionary<string, ColumnType>
    {
        ["boolean"] = ColumnType.Boolean,
        ["int64"] = ColumnType.Int64,
        ["float32"] = ColumnType.Float32,
        ["float64"] = ColumnType.Float64,
        ["date"] = ColumnType.Date,
        ["timestamp"] = ColumnType.Timestamp,
        ["string"] = ColumnType.String,
    };

    public static string Name(ColumnType type) => type.ToString().ToLowerInvariant();

    public static bool IsNumber(ColumnType type) => type is ColumnType.Int64 or ColumnType.Float32 or ColumnType.Float64;

    public static bool HasOrder(ColumnType type) => IsNumber(type) || type is ColumnType.Date or ColumnType.Timestamp;

    /// <summary>
    /// A bound as a number: dates in days, timestamps in milliseconds since 1970-01-01 UTC; null when it is no value of the type.
    /// </summary>
    public static double? Bound(ColumnType type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return type switch
        {
            ColumnType.Date when DateParser.Date(bytes, out var days) == ParseOutcome.Parsed => days,
            ColumnType.Timestamp when DateParser.Timestamp(bytes, out var time) == ParseOutcome.Parsed => Milliseconds(time),
            _ when IsNumber(type) && NumberParser.Float64(bytes, out var number) == ParseOutcome.Parsed => number,
            _ => null,
        };
    }

    /// <summary>The inverse of <see cref="Bound"/>.</summary>
    public static string BoundText(ColumnType type, double bound) => type switch
    {
        ColumnType.Date => new DateColumn("", [(int)bound], new MissingMask(1)).Text(0)!,
        ColumnType.Timestamp => new TimestampColumn("", [Time(bound)], new MissingMask(1)).Text(0)!,
        _ => Shown.Number(bound),
    };

    public static double Milliseconds(DateTimeOffset time) => Milliseconds(time.UtcTicks);

    /// <summary>Milliseconds since 1970-01-01, of ticks of UTC.</summary>
    public static double Milliseconds(long ticks) => (ticks - DateTimeOffset.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerMillisecond;

    private static DateTimeOffset Time(double milliseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond));

    /// <summary>
    /// The text as the type's column would write it, so that "1.0" and "1" are one number; null when it is no value of the type.
    /// </summary>
    public static string? Canonical(ColumnType type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return type switch
        {
            ColumnType.Boolean => NumberParser.Boolean(bytes, out var value) == ParseOutcome.Parsed ? (value ? "true" : "false") : null,
            ColumnType.Int64 => NumberParser.Int64(bytes, out var value) == ParseOutcome.Parsed ? BatchText.Int64(value) : null,
            ColumnType.Float32 => NumberParser.Float32(bytes, out var value) == ParseOutcome.Parsed ? BatchText.Float32(value) : null,
            ColumnType.Float64 => NumberParser.Float64(bytes, out var value) == ParseOutcome.Parsed ? BatchText.Float64(value) : null,
            ColumnType.Date => DateParser.Date(bytes, out var days) == ParseOutcome.Parsed ? BatchText.Date(days) : null,
            ColumnType.Timestamp => DateParser.Timestamp(bytes, out var time) == ParseOutcome.Parsed ? TimestampColumn.TextOf(time) : null,
            _ => text,
        };
    }
}

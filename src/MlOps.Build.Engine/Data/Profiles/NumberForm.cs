using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles.Sketches;

namespace MlOps.Build.Engine.Data.Profiles;

/// <summary>How a type's values stand in ordered bits, and what they are as numbers and as texts.</summary>
/// <param name="HasMoments">True for numbers; a mean of dates is not said.</param>
/// <param name="Number">Numbers; days, or milliseconds, since 1970-01-01.</param>
/// <param name="Text">As in CSV, in the invariant culture.</param>
/// <param name="Bits">From the text; null when it is none.</param>
internal sealed record NumberForm(bool HasMoments, Func<ulong, double> Number, Func<ulong, string> Text, Func<string, ulong?> Bits)
{
    private static readonly NumberForm Integers = new(
        true, bits => OrderedBits.ToInt64(bits), bits => BatchText.Int64(OrderedBits.ToInt64(bits)),
        text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? OrderedBits.Of(value) : null);

    private static readonly NumberForm Doubles = new(
        true, OrderedBits.ToDouble, bits => BatchText.Float64(OrderedBits.ToDouble(bits)),
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? OrderedBits.Of(value) : null);

    // A float32 has a shorter text that means the same float32, but another float64.
    private static readonly NumberForm Floats = new(
        true, OrderedBits.ToDouble, bits => BatchText.Float32((float)OrderedBits.ToDouble(bits)),
        text => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value) ? OrderedBits.Of((double)value) : null);

    private static readonly NumberForm Days = new(
        false, bits => OrderedBits.ToInt64(bits), bits => BatchText.Date((int)OrderedBits.ToInt64(bits)),
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? OrderedBits.Of((long)(date.DayNumber - DateColumn.Epoch.DayNumber))
            : null);

    private static readonly NumberForm Times = new(
        false, bits => (OrderedBits.ToInt64(bits) - DateTimeOffset.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerMillisecond,
        bits => BatchText.Timestamp(OrderedBits.ToInt64(bits)),
        text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? OrderedBits.Of(time.UtcTicks) : null);

    public static NumberForm Of(ColumnType type) => type switch
    {
        ColumnType.Int64 => Integers,
        ColumnType.Float32 => Floats,
        ColumnType.Date => Days,
        ColumnType.Timestamp => Times,
        _ => Doubles,
    };
}

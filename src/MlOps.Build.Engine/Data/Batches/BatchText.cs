using System.Globalization;

namespace MlOps.Build.Engine.Data.Batches;

/// <summary>Values as they would be written to CSV in the invariant culture.</summary>
internal static class BatchText
{
    public static string Int64(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Float32(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Float64(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Date(int days) => DateColumn.Epoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Ticks of 100 ns since 0001-01-01 UTC.</summary>
    public static string Timestamp(long ticks) => TimestampColumn.TextOf(new DateTimeOffset(ticks, TimeSpan.Zero));
}

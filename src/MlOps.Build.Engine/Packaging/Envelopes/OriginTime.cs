using System.Globalization;

namespace MlOps.Build.Engine.Packaging.Envelopes;

/// <summary>Times in an envelope: ISO 8601 in UTC, whole seconds.</summary>
internal static class OriginTime
{
    /// <summary>The time in UTC; null when the text is no time with a date.</summary>
    public static string? Parse(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? Text(time) : null;

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

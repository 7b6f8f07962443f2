using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Registry;

/// <summary>A moment as people write it.</summary>
internal static class Moment
{
    private static readonly string[] Minutes = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>
    /// The moment: a day is its end, a minute its end; a time without an offset is UTC. Null, with an error, when the text is neither.
    /// </summary>
    public static DateTimeOffset? Parse(string text, DiagnosticBag diagnostics)
    {
        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
            return new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddSeconds(-1);
        if (DateTimeOffset.TryParseExact(text, Minutes, culture, DateTimeStyles.AssumeUniversal, out var time))
            return text.Count(letter => letter == ':') == 1 ? time.AddSeconds(59) : time;
        if (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out time))
            return time;
        diagnostics.Error(RegistryCodes.InvalidMoment, $"'{text}' is no moment; expected 2026-03-14, 2026-03-14T10:12 (UTC) or 2026-03-14T10:12:00+01:00.");
        return null;
    }
}

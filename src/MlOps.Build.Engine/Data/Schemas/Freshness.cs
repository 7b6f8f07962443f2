using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>How old the newest value of a column may be at an instant.</summary>
internal sealed record Freshness
{
    /// <summary>As written, such as <c>7d</c>.</summary>
    public required string WithinText { get; init; }

    public required TimeSpan Within { get; init; }

    /// <summary>The instant, as written: a date or a timestamp; null when it comes from outside of the contract.</summary>
    public string? Of { get; init; }

    /// <summary>An instant in ticks of UTC; null when the text is none.</summary>
    public static long? Instant(string text) => ColumnTypes.Bound(ColumnType.Timestamp, text) is { } milliseconds
        ? DateTimeOffset.UnixEpoch.Ticks + (long)(milliseconds * TimeSpan.TicksPerMillisecond)
        : null;
}

namespace MlOps.Build.Engine.Tuning;

/// <summary>How much of a time budget is used, earlier builds of the same search included.</summary>
internal sealed class SearchClock(double? seconds, double used, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Seconds used; null when there is no time budget.</summary>
    public double? Used => seconds is null ? null : used + time.GetElapsedTime(_start).TotalSeconds;

    public bool IsUp => Used >= seconds;
}

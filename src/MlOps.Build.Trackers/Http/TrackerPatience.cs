using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Trackers.Http;

/// <summary>How long a server is waited for.</summary>
/// <param name="Retries">How often it is asked again.</param>
/// <param name="Silence">The longest time for one answer; files have more by their size.</param>
/// <param name="Total">The longest time for all that one process sends; infinite where nobody waits.</param>
internal sealed record TrackerPatience(RetrySettings Retries, TimeSpan Silence, TimeSpan Total)
{
    /// <summary>In a build, where people wait: one more try, and 20 s for all.</summary>
    public static TrackerPatience Build { get; } = new(
        new RetrySettings { Attempts = 1, Delay = TimeSpan.FromMilliseconds(200), LongestDelay = TimeSpan.FromSeconds(1) },
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(20));

    /// <summary>On request, where sending is the work.</summary>
    public static TrackerPatience Request { get; } = new(new RetrySettings(), TimeSpan.FromSeconds(60), Timeout.InfiniteTimeSpan);
}

namespace MlOps.Build.Sources.Resilience;

/// <summary>How often and how patiently a remote is asked again.</summary>
internal sealed record RetrySettings
{
    /// <summary>Tries after the first.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>About the median pause before the first two of them; then it doubles each time. Pauses are jittered, so that many builds do not ask in step.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause, also when a server asks for more.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection may be silent before it counts as broken.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What must come within that time, lest a server that drips holds a build for ever; a slower connection counts as broken.</summary>
    public int LeastBytes { get; init; } = 1 << 16;

    /// <summary>Tells how long was waited, and waits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How often one object's connection may break in all, however much came in between.</summary>
    public int Breaks { get; init; } = 100;
}

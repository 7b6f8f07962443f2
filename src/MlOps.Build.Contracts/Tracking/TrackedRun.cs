namespace MlOps.Build.Contracts;

/// <summary>One training or one trial of a search: what went in, what was measured, what came out.</summary>
public sealed record TrackedRun
{
    /// <summary>32 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The model's name: runs of one model belong together.</summary>
    public required string Experiment { get; init; }

    /// <summary>What people call the run, such as <c>train</c> or <c>trial 12</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The run that this one is a part of: the search of a trial.</summary>
    public string? Parent { get; init; }

    /// <summary>How it stands.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Settings, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get => field ?? new Dictionary<string, string>(); init; } = new Dictionary<string, string>();

    /// <summary>Who, where and from what: commit, whether the working tree was dirty, user, source.</summary>
    public IReadOnlyDictionary<string, string> Tags { get => field ?? new Dictionary<string, string>(); init; } = new Dictionary<string, string>();

    /// <summary>Readings, in the order in which they came.</summary>
    public IReadOnlyList<RunMetric> Metrics { get => field ?? []; init; } = [];

    /// <summary>Distributions, in the order in which they came.</summary>
    public IReadOnlyList<RunHistogram> Histograms { get => field ?? []; init; } = [];

    /// <summary>Curves of precision and recall, in the order in which they came.</summary>
    public IReadOnlyList<RunCurve> Curves { get => field ?? []; init; } = [];

    /// <summary>What it read.</summary>
    public IReadOnlyList<RunInput> Inputs { get => field ?? []; init; } = [];

    /// <summary>What it left.</summary>
    public IReadOnlyList<RunArtifact> Artifacts { get => field ?? []; init; } = [];
}

namespace MlOps.Build.Contracts;

/// <summary><c>evidence.json</c>: everything that is known of a built model. Each report is rendered from it alone.</summary>
public sealed record ModelEvidence
{
    /// <summary>The format that this kit writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of this record; a reader refuses a newer one than it knows.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The artifact's name, such as <c>birdstrikes</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The version, when it is known.</summary>
    public string? Version { get; init; }

    /// <summary>The model's licence as an SPDX expression; null when nobody said.</summary>
    public string? License { get; init; }

    /// <summary>What the data stage found.</summary>
    public required DataSummary Data { get; init; }

    /// <summary>How the rows were divided.</summary>
    public required SplitSummary Split { get; init; }

    /// <summary>What the features are.</summary>
    public required FeatureSummary Features { get; init; }

    /// <summary>How its hyperparameters were searched for; null when they were not.</summary>
    public TuningSummary? Tuning { get; init; }

    /// <summary>What was trained.</summary>
    public required TrainingSummary Training { get; init; }

    /// <summary>The model judged on the test rows.</summary>
    public required EvaluationSummary Evaluation { get; init; }

    /// <summary>The model learned again on other rows; null when that was not asked for.</summary>
    public BacktestSummary? Backtest { get; init; }

    /// <summary>How the inputs differ, between parts of the split and from the champion's; null in evidence from before it was measured.</summary>
    public DriftSummary? Drift { get; init; }

    /// <summary>What changed in the data since an earlier version; null when there was none to compare with.</summary>
    public DataDiff? DataDiff { get; init; }

    /// <summary>What changed in the data contract since an earlier version; null when none was named.</summary>
    public ContractDiff? ContractDiff { get; init; }

    /// <summary>What it changes against the champion; null when there is none, or when it cannot be told.</summary>
    public VersionChange? Change { get; init; }

    /// <summary>The judged checklist.</summary>
    public required GateSummary Gate { get; init; }

    /// <summary>What it was built with; null in evidence from before it was recorded.</summary>
    public EnvironmentSummary? Environment { get; init; }

    /// <summary>What it was made from: inputs by digest, keys of the stages, seed, kit; null in evidence from before it was recorded.</summary>
    public Lineage? Lineage { get; init; }

    /// <summary>
    /// The package: in a build the id, the licences and what the assembly holds; read from a package, its whole manifest, version and
    /// evidence digest included. Null in evidence from before it was recorded.
    /// </summary>
    public ModelManifest? Package { get; init; }

    /// <summary>Where it was built, as far as the build was told; only when it was read from a package that has an envelope.</summary>
    public PackageEnvelope? Envelope { get; init; }

    /// <summary>What people have written in the model card; null in evidence of kits that knew no such file.</summary>
    public ModelCardText? Card { get; init; }

    /// <summary>True when the contract calls the column sensitive; none of its values may be shown.</summary>
    public bool IsSensitive(string column) => Data.Columns.Any(profile => profile.Sensitive && profile.Name == column);
}

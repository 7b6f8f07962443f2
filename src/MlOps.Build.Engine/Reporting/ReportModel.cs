using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting;

/// <summary>Everything that a report shows. The same model gives the same bytes.</summary>
internal sealed record ReportModel
{
    /// <summary>The artifact's name, such as <c>birdstrikes</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The version, when it is known.</summary>
    public string? Version { get; init; }

    public required DataSummary Data { get; init; }

    public required SplitSummary Split { get; init; }

    public required FeatureSummary Features { get; init; }

    public required TrainingSummary Training { get; init; }

    public required EvaluationSummary Evaluation { get; init; }

    public required GateSummary Gate { get; init; }

    /// <summary>True when the contract calls the column sensitive; none of its values may be shown.</summary>
    public bool IsSensitive(string column) => Data.Columns.Any(profile => profile.Sensitive && profile.Name == column);
}

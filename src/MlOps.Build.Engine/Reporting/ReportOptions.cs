using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting;

/// <summary>What somebody who renders evidence may choose.</summary>
internal sealed record ReportOptions
{
    public ReportWords Words { get; init; } = ReportWords.English;

    /// <summary>SARIF: the project's folder below the repository's root, with forward slashes.</summary>
    public string Folder { get; init; } = "";

    /// <summary>JUnit: undecided items are failures, not skipped tests.</summary>
    public bool UndecidedFails { get; init; }
}

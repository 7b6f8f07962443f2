namespace MlOps.Build.Engine.Reporting.Document;

/// <summary>Details behind a line that opens them.</summary>
internal sealed record Fold(string Summary, IReadOnlyList<ReportBlock> Blocks) : ReportBlock
{
    /// <summary>The target of links to it; null when there are none.</summary>
    public string? Id { get; init; }
}

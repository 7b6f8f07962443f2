using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.DataReports;

/// <summary>Everything that <c>data-report.html</c> shows. Values of sensitive columns are in none of it.</summary>
internal sealed record DataReportModel
{
    /// <summary>The artifact's name, or the file's.</summary>
    public required string Name { get; init; }

    public required DataSummary Summary { get; init; }

    /// <summary>Of the same columns in the same order.</summary>
    public required DataProfile Profile { get; init; }

    public required DataRelations Relations { get; init; }

    /// <summary>The rules of a column in words, by its name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Rules { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public DriftSummary? Drift { get; init; }

    public DataDiff? Diff { get; init; }

    public bool IsSensitive(string? column) => Profile.Columns.Any(profile => profile.Sensitive && profile.Name == column);
}

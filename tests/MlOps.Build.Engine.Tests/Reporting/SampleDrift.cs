using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>Drift of the models of <see cref="SampleReports"/>: one column moved, one could not be compared.</summary>
internal static class SampleDrift
{
    public static DriftSummary Of(IReadOnlyList<string> columns) => new()
    {
        Limit = 0.25,
        Significance = 0.01,
        Comparisons =
        [
            Compare(DriftComparison.Validation, columns, 0.006),
            Compare(DriftComparison.Test, columns, 0.021),
            Compare(DriftComparison.Champion, columns, 0.17),
        ],
    };

    private static DriftComparison Compare(string name, IReadOnlyList<string> columns, double step) => new()
    {
        Name = name,
        ReferenceRows = 7012,
        Rows = 1500,
        Columns = [.. columns.Select((column, i) => Column(column, i, name, step))],
    };

    private static ColumnDrift Column(string name, int index, string comparison, double step) =>
        index == 4 && comparison == DriftComparison.Champion
            ? new ColumnDrift { Column = name, Reason = "the champion's data have no such column" }
            : new ColumnDrift
            {
                Column = name,
                Psi = step * (index % 3),
                JensenShannon = step * (index % 3) / 2,
                KolmogorovSmirnov = index % 2 == 0 ? null : step * (index % 3) / 3,
                PValue = index % 3 == 2 ? 0.00004 : 0.41,
                ReferenceMissing = 0.012,
                Missing = 0.013,
                Drifts = step * (index % 3) >= 0.25,
            };
}

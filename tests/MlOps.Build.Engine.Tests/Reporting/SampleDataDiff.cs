using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>Data that changed since an earlier file, in every way that there is.</summary>
internal static class SampleDataDiff
{
    /// <param name="name">Whatever comes from data: the file, the columns, the values.</param>
    public static DataDiff Of(string name) => new()
    {
        Reference = name,
        ReferenceRows = 10_001,
        Rows = 10_000,
        Key = [name],
        RowChanges = new RowDiff
        {
            Added = 1,
            Removed = 2,
            Changed = 1_203,
            Same = 8_793,
            ReferenceShared = 2,
            Shared = 3,
            Examples =
            [
                new RowChange([name], [new ValueChange(name, name, null), new ValueChange(name, "4", "5")]),
                new RowChange([name], [new ValueChange(name, null, name)]),
            ],
        },
        Columns =
        [
            new ColumnChange { Column = name, Changed = 1_203 },
            new ColumnChange { Column = name, After = ColumnType.String },
            new ColumnChange { Column = name, Before = ColumnType.Date },
            new ColumnChange { Column = name, Before = ColumnType.Int64, After = ColumnType.Float64, Changed = 0 },
        ],
        Drift = new DriftSummary
        {
            Limit = 0.25,
            Significance = 0.01,
            Comparisons =
            [
                new DriftComparison
                {
                    Name = DriftComparison.Files,
                    ReferenceRows = 10_001,
                    Rows = 10_000,
                    Columns = [new ColumnDrift { Column = name, Psi = 0.3, JensenShannon = 0.2, Missing = 0.1, Drifts = true, ReferenceCounts = [4, 8, 2], Counts = [8, 4, 1] }],
                },
            ],
        },
    };
}

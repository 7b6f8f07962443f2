namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>How resamples are drawn; see <c>docs/guides/metrics.md</c> for what each covers.</summary>
internal enum Resampling
{
    /// <summary>From all rows, again when a class is lost.</summary>
    AllRows,

    /// <summary>Within each class, as many rows as it has (regression: from all rows).</summary>
    WithinClasses,

    /// <summary>Whole groups of rows that belong together.</summary>
    Groups,

    /// <summary>Runs of rows that follow each other in time.</summary>
    Blocks,
}

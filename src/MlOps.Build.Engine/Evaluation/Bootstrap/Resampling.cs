namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>How resamples are drawn; see <c>docs/guides/metrics.md</c> for what each covers.</summary>
internal enum Resampling
{
    /// <summary>Within each class, as many rows as it has (regression: from all rows).</summary>
    WithinClasses,

    /// <summary>From all rows, again when a class is lost.</summary>
    AllRows,
}

namespace MlOps.Build.Engine.Checks;

/// <summary>Times of the model in seconds: median and 99th percentile of one row, and a batch of <see cref="BatchRows"/> rows.</summary>
internal sealed record LatencyTimes(double Median, double High, double Batch)
{
    /// <summary>Rows in a batch.</summary>
    public const int BatchRows = 1000;
}

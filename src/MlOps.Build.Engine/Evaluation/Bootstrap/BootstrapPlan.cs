using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>How many resamples are drawn, from which seed.</summary>
internal sealed record BootstrapPlan
{
    // Apart from the streams of splits and trainers, which count from 0.
    private const long FirstStream = 0x0B00_0000_0000_0000;

    public required int Resamples { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    public required long Seed { get; init; }

    /// <summary>Never changes the result: each resample has a stream of its own.</summary>
    public required int Threads { get; init; }

    public Resampling Resampling { get; init; } = Resampling.AllRows;

    public SeededRandom Stream(int resample) => new(Seed, FirstStream + resample);

    public IResampler Resampler(ScoredRows rows) =>
        rows.ClassCount == 0 ? StratifiedResampler.AllRows(rows.Count)
        : Resampling == Resampling.AllRows ? new ClassKeepingResampler(rows.Labels)
        : StratifiedResampler.ByClass(rows.Labels);
}

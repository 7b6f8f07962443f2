using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>How many resamples are drawn, how, and from which seed.</summary>
internal sealed record BootstrapPlan
{
    // Apart from the streams of splits and trainers, which count from 0.
    private const long FirstStream = 0x0B00_0000_0000_0000;
    private const long JackknifeStream = FirstStream - 1;

    public required int Resamples { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    public required long Seed { get; init; }

    /// <summary>Never changes the result: each resample has a stream of its own.</summary>
    public required int Threads { get; init; }

    public RowSampling Sampling { get; init; } = new();

    public IntervalMethod Interval { get; init; }

    public SeededRandom Stream(int resample) => new(Seed, FirstStream + resample);

    /// <summary>The plan for some of the rows.</summary>
    public BootstrapPlan Take(int[] rows) => this with { Sampling = Sampling.Take(rows) };

    /// <summary>The plan with everything known that depends on the rows.</summary>
    public BootstrapPlan For(ScoredRows rows) => this with { Sampling = Sampling.For(rows) };

    public IResampler Resampler(ScoredRows rows) => Sampling.Method switch
    {
        Resampling.Groups => Keeping(rows, new GroupResampler(new RowGroups(Sampling.Groups))),
        Resampling.Blocks => Keeping(rows, new BlockResampler(Sampling.Order, Sampling.Block ?? 1)),
        _ when rows.ClassCount == 0 => StratifiedResampler.AllRows(rows.Count),
        Resampling.AllRows => ClassKeepingResampler.AllRows(rows.Labels),
        _ => StratifiedResampler.ByClass(rows.Labels),
    };

    public JackknifeUnits Units(ScoredRows rows) => JackknifeUnits.Of(rows, Sampling, new SeededRandom(Seed, JackknifeStream));

    /// <summary>The confidence that intervals are read at: more than <see cref="Confidence"/> when resamples draw few pieces.</summary>
    public double Expanded(ScoredRows rows) => SmallSample.Expanded(Confidence, Sampling.Pieces(rows.Count));

    // In the last resort a draw that lacks a class is taken as it is: within classes, groups and runs would fall apart.
    private static IResampler Keeping(ScoredRows rows, IResampler resampler) =>
        rows.ClassCount == 0 ? resampler : new ClassKeepingResampler(rows.Labels, resampler, resampler);
}

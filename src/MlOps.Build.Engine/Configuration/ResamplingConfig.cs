using MlOps.Build.Engine.Evaluation.Bootstrap;

namespace MlOps.Build.Engine.Configuration;

/// <summary>How resamples behind intervals are drawn.</summary>
internal sealed record ResamplingConfig
{
    public required Resampling By { get; init; }

    /// <summary>The column of groups or times; null for rows and classes.</summary>
    public string? Column { get; init; }

    /// <summary>Rows that follow each other in a block; null for as many as the rows ask for.</summary>
    public int? Block { get; init; }

    /// <summary>What is configured; else whole lists of a ranking, unless the split keeps other groups whole; else what fits the split.</summary>
    public static ResamplingConfig For(TrainingConfig config) => config.Evaluation switch
    {
        { Resampling: { } given } => given,
        { Ranking: { } ranking } when config.Split.Method != SplitMethod.Group => new() { By = Resampling.Groups, Column = ranking.Group },
        _ => For(config.Split),
    };

    /// <summary>What fits the split: whole groups after a split by group, runs after one by time, else rows.</summary>
    public static ResamplingConfig For(SplitConfig split) => split.Method switch
    {
        SplitMethod.Group => new() { By = Resampling.Groups, Column = split.Column },
        SplitMethod.Time => new() { By = Resampling.Blocks, Column = split.Column },
        _ => new() { By = Resampling.AllRows },
    };
}

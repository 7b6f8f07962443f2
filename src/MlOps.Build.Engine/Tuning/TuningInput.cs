using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Tracking;

namespace MlOps.Build.Engine.Tuning;

/// <summary>What a search is made from. The test rows are in it only as those that it may not use.</summary>
internal sealed record TuningInput
{
    /// <summary>With a space; its fixed hyperparameters hold in every trial.</summary>
    public required TrainingConfig Config { get; init; }

    public required ITrainer Trainer { get; init; }

    public required Label Label { get; init; }

    public required Split Split { get; init; }

    /// <summary>All rows of the table, preprocessed for the trainer; null when folds learn features of their own.</summary>
    public required FeatureMatrix? Features { get; init; }

    /// <summary>Null when neither folds nor the metric need columns.</summary>
    public required Table? Table { get; init; }

    /// <summary>The contract; null without a table.</summary>
    public required DataSchema? Schema { get; init; }

    public required int Threads { get; init; }

    /// <summary>Keeps each trial as a run; null keeps none.</summary>
    public SearchRuns? Runs { get; init; }

    /// <summary>How the search is made.</summary>
    public TuningConfig Tuning => Config.Tuning ?? new TuningConfig();
}

using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>The hyperparameters as the learning code reads them; meanings as in <see cref="BoostingHyperparameters"/>.</summary>
internal sealed record BoostingSettings
{
    public required int Rounds { get; init; }

    public required int EarlyStoppingRounds { get; init; }

    public required double LearningRate { get; init; }

    public required int Leaves { get; init; }

    public required int MaxDepth { get; init; }

    public required int MinDataInLeaf { get; init; }

    public required double MinHessianInLeaf { get; init; }

    public required int MaxBin { get; init; }

    public required double L1 { get; init; }

    public required double L2 { get; init; }

    public required double MinGain { get; init; }

    public required double FeatureFraction { get; init; }

    public required double BaggingFraction { get; init; }

    public required int BaggingFrequency { get; init; }

    public required double CategorySmoothing { get; init; }

    public required double CategoryL2 { get; init; }

    public required int MaxCategories { get; init; }

    public required int MaxCategoriesAlone { get; init; }

    public required int MinCategoryRows { get; init; }

    /// <summary>A direction a feature, as in <see cref="TrainingRequest.Monotone"/>; empty for none.</summary>
    public required IReadOnlyList<int> Monotone { get; init; }

    public required IReadOnlyList<IReadOnlyList<int>> Interactions { get; init; }

    /// <summary>True when not every round sees every row and feature.</summary>
    public bool Samples => FeatureFraction < 1 || BagsRows;

    public bool BagsRows => BaggingFraction < 1 && BaggingFrequency > 0;

    public static BoostingSettings From(TrainingRequest request)
    {
        var values = request.Hyperparameters;
        return new BoostingSettings
        {
            Rounds = (int)values["num_iterations"],
            EarlyStoppingRounds = (int)values["early_stopping_rounds"],
            LearningRate = values["learning_rate"],
            Leaves = (int)values["num_leaves"],
            MaxDepth = values["max_depth"] > 0 ? (int)values["max_depth"] : int.MaxValue,
            MinDataInLeaf = (int)values["min_data_in_leaf"],
            MinHessianInLeaf = values["min_sum_hessian_in_leaf"],
            MaxBin = (int)values["max_bin"],
            L1 = values["lambda_l1"],
            L2 = values["lambda_l2"],
            MinGain = values["min_gain_to_split"],
            FeatureFraction = values["feature_fraction"],
            BaggingFraction = values["bagging_fraction"],
            BaggingFrequency = (int)values["bagging_freq"],
            CategorySmoothing = values["cat_smooth"],
            CategoryL2 = values["cat_l2"],
            MaxCategories = (int)values["max_cat_threshold"],
            MaxCategoriesAlone = (int)values["max_cat_to_onehot"],
            MinCategoryRows = (int)values["min_data_per_group"],
            Monotone = request.Monotone,
            Interactions = request.Interactions,
        };
    }
}

using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>The settings of gradient-boosted trees, by LightGBM's names and, but for the rounds, LightGBM's defaults.</summary>
internal static class BoostingHyperparameters
{
    public static IReadOnlyList<Hyperparameter> All { get; } = [.. Rounds(), .. Shape(), .. Penalties(), .. Sampling()];

    private static Hyperparameter[] Rounds() =>
    [
        Whole("num_iterations", 500, 1, 100_000, "Most boosting rounds; each adds one tree, or one tree a class."),
        Whole("early_stopping_rounds", 30, 0, 100_000, "Rounds without a better validation loss before training ends; 0 never ends early."),
        Real("learning_rate", 0.1, 1e-6, 1, "What each tree's contribution is multiplied by."),
    ];

    private static Hyperparameter[] Shape() =>
    [
        Whole("num_leaves", 31, 2, 65_536, "Most leaves of a tree."),
        Whole("max_depth", -1, -1, 1_000, "Most splits between root and leaf; 0 and below is no limit."),
        Whole("min_data_in_leaf", 20, 1, 1_000_000_000, "Fewest training rows in a leaf."),
        Real("min_sum_hessian_in_leaf", 1e-3, 0, 1e12, "Smallest sum of second derivatives in a leaf."),
        Whole("max_bin", 255, 2, 255, "Most bins a feature, missing values included."),
    ];

    private static Hyperparameter[] Penalties() =>
    [
        Real("lambda_l1", 0, 0, 1e12, "L1 penalty on leaf values."),
        Real("lambda_l2", 0, 0, 1e12, "L2 penalty on leaf values."),
        Real("min_gain_to_split", 0, 0, 1e12, "Smallest loss reduction for which a leaf is split."),
    ];

    private static Hyperparameter[] Sampling() =>
    [
        Real("feature_fraction", 1, 1e-3, 1, "Share of the features drawn for each tree."),
        Real("bagging_fraction", 1, 1e-3, 1, "Share of the training rows drawn, without replacement."),
        Whole("bagging_freq", 0, 0, 100_000, "Rounds between two draws of rows; 0 uses all rows always."),
    ];

    private static Hyperparameter Whole(string name, double value, double minimum, double maximum, string description) => new()
    {
        Name = name,
        Default = value,
        Minimum = minimum,
        Maximum = maximum,
        Integer = true,
        Description = description,
    };

    private static Hyperparameter Real(string name, double value, double minimum, double maximum, string description) => new()
    {
        Name = name,
        Default = value,
        Minimum = minimum,
        Maximum = maximum,
        Description = description,
    };
}

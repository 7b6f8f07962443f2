using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Forests;

/// <summary>The settings of forests, by scikit-learn's names and with its defaults.</summary>
internal static class ForestHyperparameters
{
    public static IReadOnlyList<Hyperparameter> Of(bool bootstrap) =>
    [
        Setting.Whole("n_estimators", 100, 1, 10_000, "Trees.") with { Aliases = ["num_iterations", "num_trees"] },
        Setting.Whole("max_depth", -1, -1, 1_000, "Most splits between root and leaf; 0 and below is no limit."),
        Setting.Whole("min_samples_leaf", 1, 1, 1_000_000_000, "Fewest training rows in a leaf.") with { Aliases = ["min_data_in_leaf"] },
        Setting.Whole("min_samples_split", 2, 2, 1_000_000_000, "Fewest training rows that are split."),
        Setting.Real("max_features", 0, 0, 1, "Share of the features drawn for each split; 0 is their square root for classes, all for a number."),
        Setting.Words("bootstrap", bootstrap ? 1 : 0, ["false", "true"], "Whether each tree draws its rows, with replacement."),
        Setting.Real("max_samples", 1, 1e-6, 1, "Rows that `bootstrap` draws, as a share of the training rows."),
        Setting.Whole("max_bin", 255, 2, 255, "Most bins a feature, missing values included.") with { Aliases = ["max_bins"] },
        Setting.Words(
            "class_weight",
            0,
            ["none", "balanced"],
            "With `balanced` each class has the same weight in training: rows / (classes x rows of the class) a row."),
    ];
}

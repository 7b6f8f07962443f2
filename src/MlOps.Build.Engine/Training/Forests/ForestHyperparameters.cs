using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Forests;

/// <summary>The settings of forests, by scikit-learn's names and with its defaults.</summary>
internal static class ForestHyperparameters
{
    public static IReadOnlyList<Hyperparameter> Of(bool bootstrap) =>
    [
        Whole("n_estimators", 100, 1, 10_000, "Trees.") with { Aliases = ["num_iterations", "num_trees"] },
        Whole("max_depth", -1, -1, 1_000, "Most splits between root and leaf; 0 and below is no limit."),
        Whole("min_samples_leaf", 1, 1, 1_000_000_000, "Fewest training rows in a leaf.") with { Aliases = ["min_data_in_leaf"] },
        Whole("min_samples_split", 2, 2, 1_000_000_000, "Fewest training rows that are split."),
        Real("max_features", 0, 0, 1, "Share of the features drawn for each split; 0 is their square root for classes, all for a number."),
        Words("bootstrap", bootstrap ? 1 : 0, ["false", "true"], "Whether each tree draws its rows, with replacement."),
        Real("max_samples", 1, 1e-6, 1, "Rows that `bootstrap` draws, as a share of the training rows."),
        Whole("max_bin", 255, 2, 255, "Most bins a feature, missing values included.") with { Aliases = ["max_bins"] },
        Words(
            "class_weight",
            0,
            ["none", "balanced"],
            "With `balanced` each class has the same weight in training: rows / (classes x rows of the class) a row."),
    ];

    private static Hyperparameter Whole(string name, double value, double minimum, double maximum, string description) =>
        Real(name, value, minimum, maximum, description) with { Integer = true };

    private static Hyperparameter Words(string name, double value, IReadOnlyList<string> words, string description) =>
        Whole(name, value, 0, words.Count - 1, description) with { Choices = words };

    private static Hyperparameter Real(string name, double value, double minimum, double maximum, string description) => new()
    {
        Name = name,
        Default = value,
        Minimum = minimum,
        Maximum = maximum,
        Description = description,
    };
}

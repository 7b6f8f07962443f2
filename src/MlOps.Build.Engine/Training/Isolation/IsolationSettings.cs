using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Isolation;

/// <summary>The settings of an isolation forest, by scikit-learn's names and with its defaults.</summary>
internal sealed record IsolationSettings(int Trees, int Samples, double Contamination)
{
    public static IReadOnlyList<Hyperparameter> All { get; } =
    [
        Setting.Whole("n_estimators", 100, 1, 10_000, "Trees.") with { Aliases = ["num_iterations", "num_trees"] },
        Setting.Whole("max_samples", 256, 2, 1_000_000, "Rows that each tree draws, without replacement; all when there are fewer."),
        Setting.Real("contamination", 0, 0, 0.5, "Share of the training rows whose score is to be above 0.5; 0 leaves the paper's scores."),
    ];

    public static IsolationSettings From(TrainingRequest request) => new(
        (int)request.Hyperparameters["n_estimators"], (int)request.Hyperparameters["max_samples"], request.Hyperparameters["contamination"]);
}

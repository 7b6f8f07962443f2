using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Factorization;

/// <summary>The settings of a factorization machine.</summary>
internal static class FactorizationHyperparameters
{
    public const string FactorsName = "factors";
    public const string IterationsName = "num_iterations";
    public const string PatienceName = "early_stopping_rounds";
    public const string LearningRateName = "learning_rate";
    public const string L2Name = "l2";
    public const string DeviationName = "init_stdev";

    public static IReadOnlyList<Hyperparameter> All { get; } =
    [
        Setting.Whole(FactorsName, 8, 0, 1000, "Numbers by which a feature meets others; 0 leaves a linear model.") with { Aliases = ["k", "num_factors"] },
        Setting.Whole(IterationsName, 200, 1, 100_000, "Most passes over the training rows.") with { Aliases = ["epochs", "n_iter"] },
        Setting.Whole(PatienceName, 5, 0, 100_000, "Passes without a better validation loss before training ends; 0 never ends early."),
        Setting.Real(LearningRateName, 0.1, 1e-6, 1, "Length of a coefficient's first step; later ones shrink by the gradients it has seen (AdaGrad)."),
        Setting.Real(L2Name, 0.01, 0, 1e6, "Penalty on half the square of each coefficient, at each row that has the feature.") with { Aliases = ["lambda_l2"] },
        Setting.Real(DeviationName, 0.1, 0, 100, "Standard deviation of the factors before the first step."),
    ];
}

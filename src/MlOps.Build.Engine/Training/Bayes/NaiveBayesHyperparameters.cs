using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Bayes;

/// <summary>The settings of naive Bayes, by scikit-learn's names and defaults.</summary>
internal static class NaiveBayesHyperparameters
{
    public const string VarianceSmoothingName = "var_smoothing";
    public const string AlphaName = "alpha";

    public static IReadOnlyList<Hyperparameter> All { get; } =
    [
        new()
        {
            Name = VarianceSmoothingName,
            Default = 1e-9,
            Minimum = 1e-15,
            Maximum = 1e6,
            Description = "Share of the largest variance of all number features that is added to each variance.",
        },
        new()
        {
            Name = AlphaName,
            Default = 1,
            Minimum = 1e-10,
            Maximum = 1e12,
            Description = "Rows added to each category of each class, so that none has the probability 0.",
        },
    ];
}

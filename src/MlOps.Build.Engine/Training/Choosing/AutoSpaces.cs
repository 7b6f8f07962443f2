using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Training.Choosing;

/// <summary>
/// What a search over trainers varies of each: the few settings that matter most, in ranges around the defaults, which boosted trees and
/// forests owe to the surveys of Probst et al. (2019, Tunability) and linear models to what their penalty can do on standardised features.
/// </summary>
internal static class AutoSpaces
{
    private static readonly Dictionary<string, SearchDimension[]> All = new()
    {
        ["gradient-boosted-trees"] =
        [
            Logarithmic("learning_rate", 0.02, 0.3),
            Logarithmic("num_leaves", 4, 127, whole: true),
            Logarithmic("min_data_in_leaf", 2, 100, whole: true),
            Logarithmic("lambda_l2", 1e-3, 30),
            Range("feature_fraction", 0.3, 1),
        ],
        ["generalized-additive-model"] =
        [
            Logarithmic("learning_rate", 0.02, 0.2),
            Range("num_leaves", 2, 8, whole: true),
            Logarithmic("min_data_in_leaf", 5, 100, whole: true),
        ],
        ["logistic-regression"] = Linear(),
        ["linear-regression"] = Linear(),
        ["random-forest"] = Forest(),
        ["extra-trees"] = Forest(),
        ["naive-bayes"] = [Logarithmic("var_smoothing", 1e-9, 1)],
        ["k-nearest-neighbours"] =
        [
            Logarithmic("n_neighbors", 1, 50, whole: true),
            new SearchDimension { Name = "weights", Choices = [0, 1] },
        ],
    };

    /// <summary>Names of the trainers that can be tried.</summary>
    public static IReadOnlyCollection<string> Known => All.Keys;

    /// <summary>The trainers that are tried when none is named: all that fit, but for the one whose models carry training rows.</summary>
    public static IEnumerable<string> Candidates(LearningTask task, ConstraintConfig constraints) => TrainerCatalog.All
        .Where(trainer => All.ContainsKey(trainer.Name) && trainer.Name != "k-nearest-neighbours")
        .Where(trainer => trainer.Supports(task) && (constraints.AreNone || trainer.TakesConstraints))
        .Where(trainer => constraints.Interactions.Count == 0 || trainer.Name != "generalized-additive-model")
        .Select(trainer => trainer.Name);

    /// <summary>By the trainer's own names; empty for one that is unknown here.</summary>
    public static IReadOnlyList<SearchDimension> Of(ITrainer trainer) => All.GetValueOrDefault(trainer.Name, []);

    private static SearchDimension[] Forest() => [Logarithmic("min_samples_leaf", 1, 20, whole: true), Range("max_features", 0.1, 1)];

    private static SearchDimension[] Linear() => [Logarithmic("l2", 1e-3, 1000), new SearchDimension { Name = "l1", Choices = [0, 0.1, 1, 10] }];

    private static SearchDimension Logarithmic(string name, double low, double high, bool whole = false) =>
        Range(name, low, high, whole) with { Logarithmic = true };

    private static SearchDimension Range(string name, double low, double high, bool whole = false) =>
        new() { Name = name, Minimum = low, Maximum = high, Integer = whole };
}

using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Forests;

/// <summary>The hyperparameters as the learning code reads them; meanings as in <see cref="ForestHyperparameters"/>.</summary>
internal sealed record ForestSettings
{
    public required int Trees { get; init; }

    public required int MaxDepth { get; init; }

    public required int MinLeafRows { get; init; }

    public required int MinSplitRows { get; init; }

    /// <summary>Features drawn for a split, at least one.</summary>
    public required int Features { get; init; }

    /// <summary>Rows drawn for a tree, with replacement; null when each tree has all of them.</summary>
    public required int? DrawnRows { get; init; }

    public required int MaxBin { get; init; }

    /// <summary>Whether a feature's cut is drawn too, instead of the best one being taken.</summary>
    public required bool DrawsCuts { get; init; }

    public static ForestSettings From(TrainingRequest request, bool drawsCuts)
    {
        var (values, set) = (request.Hyperparameters, request.Train);
        return new ForestSettings
        {
            Trees = (int)values["n_estimators"],
            MaxDepth = values["max_depth"] > 0 ? (int)values["max_depth"] : int.MaxValue,
            MinLeafRows = (int)values["min_samples_leaf"],
            MinSplitRows = (int)values["min_samples_split"],
            Features = Drawn(values["max_features"], set.Features.Columns, request.Task),
            DrawnRows = values["bootstrap"] > 0 ? Math.Max(1, (int)Math.Round(values["max_samples"] * set.Labels.Length)) : null,
            MaxBin = (int)values["max_bin"],
            DrawsCuts = drawsCuts,
        };
    }

    private static int Drawn(double share, int features, LearningTask task)
    {
        var wanted = share > 0 ? share * features : task == LearningTask.Regression ? features : Math.Sqrt(features);
        return Math.Clamp((int)wanted, 1, features);
    }
}

using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using MlOps.Build.Contracts;

namespace MlOps.Build.MLNet;

/// <summary>ML.NET's FastTree: boosted trees (MART; Friedman, 2001). Of more than two classes, one against the others.</summary>
public sealed class FastTreeTrainer : MLNetTrainer
{
    /// <inheritdoc/>
    public override string Name => "mlnet-fast-tree";

    /// <inheritdoc/>
    public override string DisplayName => "ML.NET FastTree";

    /// <inheritdoc/>
    public override IReadOnlyList<Hyperparameter> Hyperparameters { get; } =
    [
        Settings.Whole("num_trees", 100, 1, "Trees.", "num_iterations", "n_estimators"),
        Settings.Whole("num_leaves", 20, 2, "Most leaves of a tree."),
        Settings.Whole("min_data_in_leaf", 10, 1, "Fewest training rows in a leaf."),
        Settings.Number("learning_rate", 0.2, 1e-6, 1, "What each tree's contribution is multiplied by."),
        Settings.Number("feature_fraction", 1, 0.001, 1, "Share of the features drawn for each tree."),
    ];

    /// <inheritdoc/>
    protected override IEstimator<ITransformer> Chain(MLContext ml, TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(request);
        return request.Task switch
        {
            LearningTask.Regression => ml.Regression.Trainers.FastTree(Set(new FastTreeRegressionTrainer.Options(), request)),
            LearningTask.Binary => ml.BinaryClassification.Trainers.FastTree(Set(new FastTreeBinaryTrainer.Options(), request)),
            _ => ml.MulticlassClassification.Trainers.OneVersusAll(
                ml.BinaryClassification.Trainers.FastTree(Set(new FastTreeBinaryTrainer.Options(), request)), MLNetColumns.Label),
        };
    }

    // With one thread the sums of gradients have one order.
    private static T Set<T>(T options, TrainingRequest request)
        where T : BoostedTreeOptions
    {
        options.LabelColumnName = MLNetColumns.Label;
        options.FeatureColumnName = MLNetColumns.Features;
        options.ExampleWeightColumnName = WeightColumn(request);
        options.NumberOfThreads = 1;
        options.Seed = options.FeatureSelectionSeed = Settings.SeedOf(request);
        options.NumberOfTrees = request.Int("num_trees");
        options.NumberOfLeaves = request.Int("num_leaves");
        options.MinimumExampleCountPerLeaf = request.Int("min_data_in_leaf");
        options.LearningRate = request.Hyperparameters["learning_rate"];
        options.FeatureFraction = request.Hyperparameters["feature_fraction"];
        return options;
    }
}

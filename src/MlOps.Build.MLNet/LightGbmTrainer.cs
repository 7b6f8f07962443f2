using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;
using MlOps.Build.Contracts;

namespace MlOps.Build.MLNet;

/// <summary>LightGBM behind ML.NET (Ke et al., 2017): Microsoft's native library.</summary>
public sealed class LightGbmTrainer : MLNetTrainer
{
    /// <inheritdoc/>
    public override string Name => "mlnet-light-gbm";

    /// <inheritdoc/>
    public override string DisplayName => "LightGBM (ML.NET)";

    /// <inheritdoc/>
    public override IReadOnlyList<Hyperparameter> Hyperparameters { get; } =
    [
        Settings.Whole("num_iterations", 100, 1, "Rounds; each adds one tree, or one tree a class.", "n_estimators"),
        Settings.Whole("num_leaves", 31, 2, "Most leaves of a tree."),
        Settings.Whole("min_data_in_leaf", 20, 1, "Fewest training rows in a leaf."),
        Settings.Whole("max_bin", 255, 2, "Most bins a feature."),
        Settings.Number("learning_rate", 0.1, 1e-6, 1, "What each tree's contribution is multiplied by.", "eta"),
        Settings.Number("lambda_l1", 0, 0, 1e12, "L1 penalty on leaf values.", "reg_alpha"),
        Settings.Number("lambda_l2", 0, 0, 1e12, "L2 penalty on leaf values.", "reg_lambda"),
        Settings.Number("feature_fraction", 1, 0.001, 1, "Share of the features drawn for each tree.", "colsample_bytree"),
    ];

    /// <inheritdoc/>
    protected override IEstimator<ITransformer> Chain(MLContext ml, TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(request);
        return request.Task switch
        {
            LearningTask.Regression => ml.Regression.Trainers.LightGbm(Set<LightGbmRegressionTrainer.Options>(new LightGbmRegressionTrainer.Options(), request)),
            LearningTask.Binary => ml.BinaryClassification.Trainers.LightGbm(Set<LightGbmBinaryTrainer.Options>(new LightGbmBinaryTrainer.Options(), request)),
            _ => ml.MulticlassClassification.Trainers.LightGbm(Set<LightGbmMulticlassTrainer.Options>(new LightGbmMulticlassTrainer.Options(), request)),
        };
    }

    // The options of each task derive from a base class of their own kind, so what they have in common is set by name.
    private static T Set<T>(dynamic options, TrainingRequest request)
    {
        options.LabelColumnName = MLNetColumns.Label;
        options.FeatureColumnName = MLNetColumns.Features;
        options.ExampleWeightColumnName = WeightColumn(request);
        options.NumberOfThreads = 1;
        options.Seed = Settings.SeedOf(request);
        options.NumberOfIterations = request.Int("num_iterations");
        options.NumberOfLeaves = request.Int("num_leaves");
        options.MinimumExampleCountPerLeaf = request.Int("min_data_in_leaf");
        options.MaximumBinCountPerFeature = request.Int("max_bin");
        options.LearningRate = request.Hyperparameters["learning_rate"];
        options.Booster = new GradientBooster.Options
        {
            L1Regularization = request.Hyperparameters["lambda_l1"],
            L2Regularization = request.Hyperparameters["lambda_l2"],
            FeatureFraction = request.Hyperparameters["feature_fraction"],
        };
        return (T)options;
    }
}

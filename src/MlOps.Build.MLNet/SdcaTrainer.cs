using Microsoft.ML;
using Microsoft.ML.Trainers;
using MlOps.Build.Contracts;

namespace MlOps.Build.MLNet;

/// <summary>Linear and logistic models by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang, 2013).</summary>
public sealed class SdcaTrainer : MLNetTrainer
{
    /// <inheritdoc/>
    public override string Name => "mlnet-sdca";

    /// <inheritdoc/>
    public override string DisplayName => "ML.NET SDCA";

    /// <inheritdoc/>
    public override bool WantsScaling => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Hyperparameter> Hyperparameters { get; } =
    [
        Settings.Number("l2", 0, 0, 1e6, "L2 penalty; 0 leaves it to ML.NET, which derives one from the number of rows."),
        Settings.Number("l1", 0, 0, 1e6, "L1 penalty; 0 leaves it to ML.NET, with 'l2: 0'."),
        Settings.Whole("max_iterations", 0, 0, "Most passes over the rows; 0 leaves them to ML.NET."),
    ];

    /// <inheritdoc/>
    protected override IEstimator<ITransformer> Chain(MLContext ml, TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(request);
        return request.Task switch
        {
            LearningTask.Regression => ml.Regression.Trainers.Sdca(Set<SdcaRegressionTrainer.Options>(new SdcaRegressionTrainer.Options(), request)),
            LearningTask.Binary => ml.BinaryClassification.Trainers.SdcaLogisticRegression(Set<SdcaLogisticRegressionBinaryTrainer.Options>(new SdcaLogisticRegressionBinaryTrainer.Options(), request)),
            _ => ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(Set<SdcaMaximumEntropyMulticlassTrainer.Options>(new SdcaMaximumEntropyMulticlassTrainer.Options(), request)),
        };
    }

    // More threads update the same weights without locks, and each run would end elsewhere.
    private static T Set<T>(dynamic options, TrainingRequest request)
    {
        options.LabelColumnName = MLNetColumns.Label;
        options.FeatureColumnName = MLNetColumns.Features;
        options.ExampleWeightColumnName = WeightColumn(request);
        options.NumberOfThreads = 1;
        if (request.Float("l2") > 0)
            options.L2Regularization = request.Float("l2");
        if (request.Float("l1") > 0)
            options.L1Regularization = request.Float("l1");
        if (request.Int("max_iterations") > 0)
            options.MaximumNumberOfIterations = request.Int("max_iterations");
        return (T)options;
    }
}

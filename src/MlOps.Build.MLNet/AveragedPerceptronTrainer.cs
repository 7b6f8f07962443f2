using Microsoft.ML;
using MlOps.Build.Contracts;

namespace MlOps.Build.MLNet;

/// <summary>
/// The averaged perceptron (Freund and Schapire, 1999). Its score becomes a probability by a logistic function that is fitted on the validation rows
/// (Platt, 1999); of more than two classes, one against the others.
/// </summary>
public sealed class AveragedPerceptronTrainer : MLNetTrainer
{
    /// <inheritdoc/>
    public override string Name => "mlnet-averaged-perceptron";

    /// <inheritdoc/>
    public override string DisplayName => "ML.NET averaged perceptron";

    /// <inheritdoc/>
    public override bool WantsScaling => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Hyperparameter> Hyperparameters { get; } =
    [
        Settings.Whole("num_iterations", 10, 1, "Passes over the rows."),
        Settings.Number("learning_rate", 1, 1e-6, 1000, "How far a wrong row moves the weights."),
        Settings.Number("l2", 0, 0, 0.499, "L2 penalty of each step."),
    ];

    /// <inheritdoc/>
    public override bool Supports(LearningTask task) => task != LearningTask.Regression;

    /// <inheritdoc/>
    public override string? Problem(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Train.Weights is null ? base.Problem(request) : "ML.NET's averaged perceptron takes no weights of rows. Leave out 'weight', or take another trainer.";
    }

    /// <inheritdoc/>
    protected override IEstimator<ITransformer> Chain(MLContext ml, TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(request);
        var perceptron = ml.BinaryClassification.Trainers.AveragedPerceptron(new Microsoft.ML.Trainers.AveragedPerceptronTrainer.Options
        {
            LabelColumnName = MLNetColumns.Label,
            FeatureColumnName = MLNetColumns.Features,
            NumberOfIterations = request.Int("num_iterations"),
            LearningRate = request.Float("learning_rate"),
            L2Regularization = request.Float("l2"),
        });
        return request.Task == LearningTask.Binary ? perceptron : ml.MulticlassClassification.Trainers.OneVersusAll(perceptron, MLNetColumns.Label);
    }
}

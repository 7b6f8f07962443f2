using Microsoft.ML;
using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.MLNet;

/// <summary>
/// A trainer that finds a chain of ML.NET estimators and fits it. The trained chain becomes an ONNX graph, and is refused when the graph predicts
/// anything else than the chain on a training or validation row.
/// </summary>
public abstract class MLNetSearch : ITrainer
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string DisplayName { get; }

    /// <inheritdoc/>
    public virtual IReadOnlyList<Hyperparameter> Hyperparameters => [];

    /// <inheritdoc/>
    /// <remarks>False: what ML.NET does with a missing value is not always what its ONNX graphs do.</remarks>
    public virtual bool HandlesMissing => false;

    /// <inheritdoc/>
    public virtual bool WantsScaling => false;

    /// <inheritdoc/>
    public virtual bool HandlesCategories => false;

    /// <inheritdoc/>
    public virtual bool TakesConstraints => false;

    /// <inheritdoc/>
    public virtual string? Problem(TrainingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Train.Lists is null ? null : "it learns no order within lists. Leave out 'evaluation: ranking:', or take another trainer.";
    }

    /// <inheritdoc/>
    public virtual bool Supports(LearningTask task) => true;

    /// <inheritdoc/>
    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ml = new MLContext(unchecked((int)request.Seed));
        var train = Example.View(ml, request.Train, request.Task, request.ClassCount);
        var validation = Example.View(ml, request.Validation, request.Task, request.ClassCount);
        var found = Find(ml, train, validation, request, progress, cancellationToken);
        var fitted = FittedChain.Fit(ml, found.Chain, train, validation, request);
        // ML.NET's trainers cannot be interrupted from outside: the build ends the process.
        cancellationToken.ThrowIfCancellationRequested();
        Tell(progress, $"model.zip {ModelZip.Hash(ml, fitted.Model, train.Schema)} (SHA-256 of its entries)");

        var model = OnnxHead.Of(ml, fitted, train, request);
        var session = ManagedModelSession.Load(model);
        var largest = Math.Max(
            GraphCheck.Largest(session, fitted, train, request.Train, "training"), GraphCheck.Largest(session, fitted, validation, request.Validation, "validation"));
        return new TrainerResult
        {
            Model = model,
            BestStep = found.Best,
            Steps = found.Trials,
            Loss = found.Loss,
            Metrics = new Dictionary<string, double>(found.Metrics) { ["largest difference between ML.NET and ONNX"] = largest },
        };
    }

    /// <summary>The chain to fit: from <see cref="MLNetColumns.Features"/> and <see cref="MLNetColumns.Label"/> to <see cref="MLNetColumns.Score"/>.</summary>
    /// <param name="ml">ML.NET with the request's seed.</param>
    /// <param name="train">The training rows.</param>
    /// <param name="validation">The validation rows.</param>
    /// <param name="request">Everything that the result may depend on.</param>
    /// <param name="progress">Told of each trial; may be null.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    protected abstract FoundChain Find(
        MLContext ml, IDataView train, IDataView validation, TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken);

    /// <summary>The weights' column; null when all rows count the same.</summary>
    protected static string? WeightColumn(TrainingRequest request) => request?.Train.Weights is null ? null : MLNetColumns.Weight;

    private static void Tell(IProgress<TrainingProgress>? progress, string text) => progress?.Report(new TrainingProgress { Text = text });
}

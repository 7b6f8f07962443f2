using Microsoft.ML;
using MlOps.Build.Contracts;

namespace MlOps.Build.MLNet;

/// <summary>
/// A trainer that is one chain of ML.NET estimators. Derive from it, give it a public constructor without parameters, and name the assembly as
/// <c>MlOpsTrainer</c>.
/// </summary>
public abstract class MLNetTrainer : MLNetSearch
{
    /// <summary>The chain to fit: from <see cref="MLNetColumns.Features"/> and <see cref="MLNetColumns.Label"/> to <see cref="MLNetColumns.Score"/>.</summary>
    /// <param name="ml">ML.NET with the request's seed.</param>
    /// <param name="request">Everything that the result may depend on.</param>
    protected abstract IEstimator<ITransformer> Chain(MLContext ml, TrainingRequest request);

    /// <inheritdoc/>
    protected sealed override FoundChain Find(
        MLContext ml, IDataView train, IDataView validation, TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        new() { Chain = Chain(ml, request) };
}

using Microsoft.ML;
using MlOps.Build.Contracts;

namespace MlOps.Build.MLNet;

/// <summary>A chain of estimators to fit, and what was tried to find it.</summary>
public sealed record FoundChain
{
    /// <summary>The chain, not fitted.</summary>
    public required IEstimator<ITransformer> Chain { get; init; }

    /// <summary>One step a trial, in order; empty when nothing was searched.</summary>
    public IReadOnlyList<TrainingProgress> Trials { get; init; } = [];

    /// <summary>The trial whose chain it is; 0 when nothing was searched.</summary>
    public int Best { get; init; }

    /// <summary>The name of the trials' loss.</summary>
    public string Loss { get; init; } = "";

    /// <summary>What else is to be told, by name.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();
}

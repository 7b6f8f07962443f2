using System.Text.Json.Serialization;

namespace MlOps.Build.Contracts;

/// <summary>One step of a training.</summary>
/// <param name="Step">1-based round or iteration.</param>
/// <param name="TrainLoss">Mean loss on the training rows.</param>
/// <param name="ValidationLoss">Mean loss on the validation rows.</param>
[method: JsonConstructor]
public readonly record struct TrainingProgress(int Step, double TrainLoss, double ValidationLoss)
{
    /// <summary>What a trainer says between its steps, one line; null when this is a step.</summary>
    [JsonIgnore]
    public string? Text { get; init; }
}

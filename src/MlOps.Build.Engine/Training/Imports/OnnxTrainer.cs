using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training.Heads;

namespace MlOps.Build.Engine.Training.Imports;

/// <summary><c>trainer: onnx</c>: learns nothing, and takes a graph that somebody else made as the model's head.</summary>
internal sealed class OnnxTrainer(OnnxConfig onnx, string folder) : ITrainer
{
    public const string TrainerName = "onnx";

    public string Name => TrainerName;

    public string DisplayName => $"model file {Path.GetFileName(onnx.Model)}";

    public IReadOnlyList<Hyperparameter> Hyperparameters => [];

    public bool HandlesMissing => onnx.Missing;

    public bool WantsScaling => false;

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => true;

    public string? Problem(TrainingRequest request) => null;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var file = File.ReadAllBytes(Path.GetFullPath(onnx.Model, folder));
        var wishes = new HeadWishes { Inputs = onnx.Inputs, Output = onnx.Output };
        var result = HeadResult.Of(file, wishes, $"'{onnx.Model}'", request, null, cancellationToken);
        progress?.Report(result.Steps[0]);
        return result;
    }
}

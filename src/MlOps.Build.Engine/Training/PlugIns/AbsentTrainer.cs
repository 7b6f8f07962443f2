using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>
/// Stands for the trainer of <c>trainer: project</c> where nothing is trained: editors generate the predictor before anything is built, and who takes the
/// champion's model needs no trainer.
/// </summary>
internal sealed class AbsentTrainer : ITrainer
{
    public string Name => PlugInTrainer.TrainerName;

    public string DisplayName => "trainer of a project";

    public IReadOnlyList<Hyperparameter> Hyperparameters => [];

    public bool HandlesMissing => false;

    public bool WantsScaling => false;

    public bool HandlesCategories => false;

    public bool TakesConstraints => true;

    public bool Supports(LearningTask task) => true;

    public string? Problem(TrainingRequest request) => null;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nobody has looked for the trainer.");
}

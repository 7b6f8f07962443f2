using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Commands;
using MlOps.Build.Engine.Training.Heads;

namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>
/// <c>trainer: project</c>: an <see cref="ITrainer"/> of a project or package that the model's project refers to, in a process of its own. Its model is
/// checked as a program's is.
/// </summary>
/// <param name="assembly">The assembly.</param>
/// <param name="about">What the trainer says of itself.</param>
/// <param name="timeout">How long a training may take.</param>
/// <param name="contents">The hash of the assembly and all that lies beside it.</param>
internal sealed class PlugInTrainer(string assembly, TrainerDescription about, TimeSpan timeout, string contents) : ITrainer
{
    public const string TrainerName = "project";

    public string Name => TrainerName;

    public string DisplayName => about.DisplayName;

    public IReadOnlyList<Hyperparameter> Hyperparameters => about.Hyperparameters;

    public bool HandlesMissing => about.HandlesMissing;

    public bool WantsScaling => about.WantsScaling;

    public bool HandlesCategories => about.HandlesCategories;

    public bool TakesConstraints => about.TakesConstraints;

    /// <summary>What decides what is learned.</summary>
    public string Recipe => $"{about.Type} {contents}";

    public bool Supports(LearningTask task) => about.Tasks.Contains(task);

    // The trainer's own is asked where it trains.
    public string? Problem(TrainingRequest request) => null;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var own = new PlugInProcess(assembly, timeout).Train(about.Type, request, new TrainingLog(progress), cancellationToken);
        var judged = HeadResult.Of(own.Model, HeadWishes.None, $"the model of '{about.Name}'", request, null, cancellationToken);
        if (own.Gains is { } gains && gains.Count != request.Train.Features.Columns)
        {
            throw new TrainingFailedException(
                TrainingCodes.PlugInFailed, $"'{about.Name}' gives {gains.Count} gains for {request.Train.Features.Columns} features. Give one a feature, or none.");
        }

        return own.Steps.Any(step => step.Step == own.BestStep) && own.Loss.Length > 0
            ? own with { Model = judged.Model }
            : own with { Model = judged.Model, Steps = judged.Steps, BestStep = judged.BestStep, Loss = judged.Loss };
    }
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Commands;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>Makes a trainer's result of a graph that somebody else wrote.</summary>
internal static class HeadResult
{
    /// <summary>The loss of models whose own program told of it.</summary>
    public const string OwnLoss = "loss by the program";

    /// <summary>The checked head, with the steps that the program told of, or else with its loss on the rows.</summary>
    /// <exception cref="TrainingFailedException">The graph is not what is needed.</exception>
    public static TrainerResult Of(
        byte[] file, HeadWishes wishes, string source, TrainingRequest request, TrainingLog? log, CancellationToken cancellationToken)
    {
        var shape = HeadShape.Of(request);
        var head = new HeadImport(shape, source).Read(file, wishes);
        var values = new HeadValues(head, shape, source, new ThreadTeam(request.Threads, cancellationToken));
        var train = values.Of(request.Train.Features, "training");
        var validation = values.Of(request.Validation.Features, "validation");
        if (log is { Steps.Count: > 0 })
            return new TrainerResult { Model = head, BestStep = log.Kept, Steps = log.Steps, Loss = OwnLoss };
        var step = new TrainingProgress(1, HeadLoss.Mean(request.Train, train, shape.Task), HeadLoss.Mean(request.Validation, validation, shape.Task));
        return new TrainerResult
        {
            Model = head,
            BestStep = 1,
            Steps = [step],
            Loss = shape.Task == LearningTask.Regression ? "squared error" : "log loss",
        };
    }
}

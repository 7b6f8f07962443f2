using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>What a head has to take and give: <c>float [N, features]</c> to <c>float [N, width]</c>.</summary>
/// <param name="Task">The task.</param>
/// <param name="Names">The features' names, in the order of the matrix.</param>
/// <param name="Width">Values a row: the classes, or 1.</param>
internal sealed record HeadShape(LearningTask Task, IReadOnlyList<string> Names, int Width)
{
    public int Features => Names.Count;

    /// <summary>The name of the output.</summary>
    public string Output => Task == LearningTask.Regression ? ModelSignature.PredictionOutput : ModelSignature.ProbabilitiesOutput;

    /// <summary>What the output is, in words.</summary>
    public string OutputInWords => Task == LearningTask.Regression
        ? $"'{Output}', a float tensor [N, 1]"
        : $"'{Output}', a float tensor [N, {Width}] with a probability for each class";

    public static HeadShape Of(TrainingRequest request) =>
        new(request.Task, request.Train.Features.Names, request.Task == LearningTask.Regression ? 1 : request.ClassCount);
}

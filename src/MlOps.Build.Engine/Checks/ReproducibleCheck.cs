using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Stages;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Checks;

/// <summary>
/// <c>reproducible</c>: trains again, with another number of threads, and is 1 when the model has the same bytes. It costs a training, so it
/// is measured only where the checklist asks for it.
/// </summary>
internal sealed class ReproducibleCheck : IModelCheck
{
    public IReadOnlyList<string> Names { get; } = ["reproducible"];

    public StageInputs Inputs(CheckContext context)
    {
        var files = TrainerFiles.Of(context.Config)[0];
        return new StageInputs
        {
            Upstream =
            [
                new(StageNames.Split, StageFiles.Split),
                new(StageNames.Features, files.Matrix),
                new(StageNames.Train, files.Head),
            ],
        };
    }

    public IEnumerable<CheckValue> Measure(CheckContext context, CancellationToken cancellationToken)
    {
        var files = TrainerFiles.Of(context.Config)[0];
        var (label, split) = context.Workspace.Split();
        var features = MatrixFile.Read(context.Workspace.State.File(StageNames.Features, files.Matrix));
        var threads = context.Project.Threads > 1 ? 1 : 2;
        context.Progress?.Report("training again");
        var trained = ModelTrainer.Train(files.Trainer, context.Config, features, label, split, threads, [], null, cancellationToken);
        var first = File.ReadAllBytes(context.Workspace.State.File(StageNames.Train, files.Head));
        yield return trained is null
            ? new CheckValue { Name = Names[0], Reason = "the second training did not give a model" }
            : new CheckValue
            {
                Name = Names[0],
                Value = first.AsSpan().SequenceEqual(trained.Model) ? 1 : 0,
                Detail = $"trained again with {threads} {(threads == 1 ? "thread" : "threads")}",
            };
    }
}

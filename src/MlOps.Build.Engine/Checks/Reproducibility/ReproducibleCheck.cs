using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Stages;

namespace MlOps.Build.Engine.Checks.Reproducibility;

/// <summary>
/// <c>reproducible</c>: 1 when trainings in other processes give the same bytes, with one thread and two and without some instructions. It costs
/// five trainings, so it is measured only where the checklist asks for it.
/// </summary>
internal sealed class ReproducibleCheck : IModelCheck
{
    public IReadOnlyList<string> Names { get; } = ["reproducible"];

    public StageInputs Inputs(CheckContext context)
    {
        var files = TrainerFiles.Of(context.Config)[0];
        // What is missing of them, the train stage has said.
        var sources = TrainerSources.Of(context.Config, []) ?? new TrainerSources();
        return new StageInputs
        {
            Files = sources.Files,
            Options = sources.Options,
            Upstream =
            [
                new(StageNames.Split, StageFiles.Split),
                new(StageNames.Features, files.Matrix),
                new(StageNames.Train, files.Head),
                .. TuneStage.LeftToTrain(context.Config),
            ],
        };
    }

    public IEnumerable<CheckValue> Measure(CheckContext context, CancellationToken cancellationToken)
    {
        var comparisons = Retraining.Compare(context.Workspace, context.Progress, cancellationToken).ToList();
        yield return comparisons.Find(item => item.Failure is not null) is { } failed
            ? new CheckValue { Name = Names[0], Reason = $"training again with {failed.Variant.Name} gave no model: {failed.Failure}" }
            : new CheckValue { Name = Names[0], Value = comparisons.TrueForAll(item => item.IsSame) ? 1 : 0, Detail = Detail(comparisons) };
    }

    private static string Detail(List<TrainingComparison> comparisons)
    {
        var others = comparisons.Where(item => !item.IsSame).Select(item => item.Variant.Name).ToList();
        return others.Count == 0
            ? $"trained again with {string.Join(", ", comparisons.Select(item => item.Variant.Name))}"
            : $"other bytes with {string.Join(", ", others)}";
    }
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Tests.Gates;

public sealed class DefaultChecklistTests
{
    [Theory]
    [InlineData(LearningTask.Binary, 8)]
    [InlineData(LearningTask.Multiclass, 8)]
    [InlineData(LearningTask.Regression, 8)]
    public void The_default_checklist_of_every_task_means_something_there(LearningTask task, int items)
    {
        var diagnostics = new DiagnosticBag();
        var text = DefaultChecklist.For(task, ["Wildlife *Size*", "with `tick`"], 0.9);
        var checklist = Checklist.Parse("c.md", text, diagnostics)!;
        diagnostics.ShouldBeEmpty();
        checklist.Items.Count.ShouldBe(items);
        ChecklistCheck.Run(checklist, Scope(task), diagnostics).ShouldBeTrue();
        diagnostics.ShouldBeEmpty();
        text.ShouldContain("@ 90%");
    }

    private static GateScope Scope(LearningTask task) => new()
    {
        Task = task,
        Metrics = [.. MetricRegistry.For(task).Select(metric => metric.Name)],
        References = ["baseline", "champion"],
        SliceColumns = ["Wildlife *Size*"],
        Confidence = 0.9,
    };
}

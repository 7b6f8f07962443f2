using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;

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

    [Theory]
    [InlineData("random", "", 0)]
    [InlineData("{ by: time, column: day }", "", 1)]
    [InlineData("{ by: time, column: day }", "evaluation: { backtest: { windows: 3 } }", 2)]
    public void A_forecast_is_held_against_the_naive_one_where_the_configuration_has_what_that_needs(string split, string evaluation, int items)
    {
        using var model = new TinyModel();
        var rows = Enumerable.Range(0, 120).Select(i => $"{new DateOnly(2026, 1, 1).AddDays(i):yyyy-MM-dd},{(i * 37) % 101},{((i * 37) % 101 * 2) + ((i * 53) % 41)}");
        model.Write("data.csv", "day,x,y\n" + string.Join('\n', rows) + "\n");
        model.Write("training-config.yaml", $"task: regression\nlabel: y\nsplit: {split}\nallow_leakage: [x]\n{evaluation}\n");
        model.RunTo(StageNames.Report).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        var asked = model.Json("gate/gate.json", ContractsJson.Default.GateSummary).Items.Where(item => item.Expression?.Contains("mase") == true).ToList();
        asked.Select(item => item.Expression).ShouldBe(new[] { "mase < 1 @ 95%", "mean(windows().mase) < 1" }[..items]);
        asked.ShouldAllBe(item => item.Verdict == Verdict.Pass && item.Observed < 1);
        new FirstFiles(model.Project).Write([], TestContext.Current.CancellationToken);
        var written = File.ReadAllText(model.File("validation-checklist.md"));
        asked.ShouldAllBe(item => written.Contains(item.Expression!));
        written.Split("mase").Length.ShouldBe(items + 1);
        model.RunTo(StageNames.Report).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
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

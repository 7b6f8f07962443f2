using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool.Tests;

public sealed class GateTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public GateTests()
    {
        var rows = new StringBuilder("width,height,good\n");
        for (var row = 0; row < 200; row++)
        {
            var (width, height) = (row * 37 % 101, row * 53 % 89);
            rows.Append(width).Append(',').Append(height).Append(width + height + (row * 71 % 60) > 120 ? ",yes\n" : ",no\n");
        }

        _folder.Write("data/rows.csv", rows.ToString());
        _folder.Run("init", "data/rows.csv", "--label", "good").ExitCode.ShouldBe(ExitCodes.Ok);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_project_that_was_not_built_is_named_with_the_way_out()
    {
        var run = _folder.Run("gate");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain($"error {GateCodes.NotBuilt}: there is no evaluation to judge by. Run 'dotnet build' first.");
    }

    [Fact]
    public void The_checklist_is_judged_as_it_is_now_by_what_the_build_measured()
    {
        Build();
        _folder.Write("validation-checklist.md", "- [ ] Good `auc > 0`\n- [ ] Read\n");
        var passed = _folder.Run("gate", "--json");
        passed.ExitCode.ShouldBe(ExitCodes.Ok, passed.Error);
        passed.Json.GetProperty("verdict").GetString().ShouldBe("undecided");
        passed.Error.ShouldNotContain(GateCodes.Outdated);

        _folder.Write("validation-checklist.md", "- [ ] Good `auc > 1`\n");
        var failed = _folder.Run("gate", ".", "--explain");
        failed.ExitCode.ShouldBe(ExitCodes.Finding);
        failed.Output.ShouldContain("passes if ROC AUC were above 1.000:");
        failed.Error.ShouldContain($"validation-checklist.md(1,7): error {GateCodes.Failed}: failed: ROC AUC");
    }

    [Fact]
    public void A_mistake_in_the_checklist_is_named_at_its_place()
    {
        Build();
        _folder.Write("validation-checklist.md", "- [ ] Good `acu > 0`\n");
        var run = _folder.Run("gate");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain($"validation-checklist.md(1,13): error {GateCodes.UnknownName}: 'acu' is not known");
    }

    [Fact]
    public void Inputs_that_changed_since_the_build_are_said()
    {
        Build();
        File.AppendAllText(_folder["data/rows.csv"], "1,2,no\n");
        _folder.Run("gate").Error.ShouldContain($"warning {GateCodes.Outdated}: what is judged is of an earlier build: stage 'data' has something to do.");
    }

    private void Build()
    {
        var diagnostics = new DiagnosticBag();
        var project = ProjectFile.Find(_folder["."], diagnostics).ShouldNotBeNull().Describe([], null, name => _folder.Variables.GetValueOrDefault(name));
        var pipeline = new ModelPipeline(project);
        foreach (var stage in ModelPipeline.Stages.TakeWhile(stage => stage.Name != StageNames.Gate))
        {
            var outcome = pipeline.Run(stage.Name, null, TestContext.Current.CancellationToken);
            outcome.Succeeded.ShouldBeTrue(string.Join('\n', outcome.Diagnostics));
        }
    }
}

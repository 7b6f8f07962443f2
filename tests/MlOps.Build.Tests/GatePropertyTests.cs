using System.Globalization;

namespace MlOps.Build.Tests;

/// <summary>Properties that decide what the gate asks for, and by what.</summary>
public sealed class GatePropertyTests : IDisposable
{
    private readonly ModelFolder _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void An_item_for_a_stage_counts_only_in_a_build_for_that_stage()
    {
        _model.Write("Model/validation-checklist.md", "- [ ] Perfect in production `auc >= 1.5 when stage(\"production\")`\n");
        _model.Build().ShouldSucceed();
        Report().ShouldContain("- [x] Perfect in production: does not apply: no stage is being promoted to\n");

        _model.Build("--no-restore", "-p:MlOpsStage=staging").ShouldSucceed().Ran.ShouldNotContain("train");
        Report().ShouldContain("- [x] Perfect in production: does not apply: the stage is 'staging', not 'production'\n");

        var run = _model.Build("--no-restore", "-p:MlOpsStage=production");
        run.Succeeded.ShouldBeFalse();
        run.Ran.ShouldNotContain("train");
        run.Output.ShouldContain($"{_model.At("Model/validation-checklist.md")}(1,7): error MLOPS4001: failed: ROC AUC");
        Report().ShouldContain("- [ ] **Failed:** Perfect in production: ROC AUC ");
    }

    [Fact]
    public void The_age_of_the_data_is_counted_to_the_reference_date()
    {
        Dated();
        _model.Write("Model/validation-checklist.md", "- [ ] Fresh `data.age <= 30d`\n");
        _model.Build().ShouldSucceed().Output.ShouldContain(
            "warning MLOPS4003: undecided: age of the newest row: no day is given to count from; set MlOpsReferenceDate");

        _model.Build("--no-restore", "-p:MlOpsReferenceDate=2026-02-10").ShouldSucceed().Ran.ShouldNotContain("train");
        Report().ShouldContain("- [x] Fresh: age of the newest row **21.00** d, at most 30d\n");

        var old = _model.Build("--no-restore", "-p:MlOpsReferenceDate=2026-03-14");
        old.Succeeded.ShouldBeFalse();
        old.Output.ShouldContain("error MLOPS4001: failed: age of the newest row 53.00 d is not <= 30d");

        _model.Build("--no-restore", "-p:MlOpsReferenceDate=yesterday").ShouldSucceed().Output.ShouldContain(
            "warning MLOPS4003: undecided: age of the newest row: MlOpsReferenceDate is 'yesterday'; write a day as 2026-03-14");
    }

    // The newest of 200 rows is of 2026-01-20.
    private void Dated()
    {
        var rows = ModelFolder.Data().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var dated = rows.Select((row, i) => i == 0 ? "day," + row : Day(i) + "," + row);
        _model.Write("Model/data.csv", string.Join('\n', dated) + "\n");
    }

    private static string Day(int row) => new DateOnly(2026, 1, 1).AddDays((row - 1) / 10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Report() => File.ReadAllText(Path.Combine(_model.Output, "report.md"));
}

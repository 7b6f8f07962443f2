using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines.Champions;

namespace MlOps.Build.Engine.Tests.Data.Comparison;

/// <summary>What a build tells of changes in its data.</summary>
public sealed class DataChangesTests : IDisposable
{
    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Without_an_earlier_version_there_is_no_section()
    {
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        Evidence().DataDiff.ShouldBeNull();
        File.ReadAllText(_model.File("bin/mlops/report.md")).ShouldNotContain("## Changes of the data");
    }

    [Fact]
    public void An_earlier_file_is_compared_row_by_row()
    {
        var lines = File.ReadAllLines(_model.File("data.csv"));
        _model.Write("earlier.csv", string.Join('\n', lines[..^3]) + "\n");
        _model.With = project => project with { ReferenceData = _model.File("earlier.csv") };
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var diff = Evidence().DataDiff.ShouldNotBeNull();
        (diff.Reference, diff.Rows - diff.ReferenceRows, diff.RowChanges?.Added, diff.RowChanges?.Removed).ShouldBe(("earlier.csv", 3, 3, 0));
        diff.Drift.ShouldNotBeNull().Comparisons[0].Drifting.ShouldBe(0);
        File.ReadAllText(_model.File("bin/mlops/report.md")).ShouldContain("## Changes of the data\n\nCompared with earlier.csv: ");
    }

    [Fact]
    public void An_earlier_version_may_be_a_folder_and_a_change_in_it_is_seen()
    {
        var lines = File.ReadAllLines(_model.File("data.csv"));
        _model.Write("earlier/1.csv", string.Join('\n', lines[..50]) + "\n");
        _model.Write("earlier/2.csv", $"{lines[0]}\n{string.Join('\n', lines[50..^3])}\n");
        _model.With = project => project with { ReferenceData = _model.File("earlier") };
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        Evidence().DataDiff.ShouldNotBeNull().RowChanges.ShouldNotBeNull().Added.ShouldBe(3);
        _model.Write("earlier/2.csv", $"{lines[0]}\n{string.Join('\n', lines[50..^5])}\n");
        _model.RunTo(StageNames.Report).State.ShouldBe(StageState.Ran);
        Evidence().DataDiff.ShouldNotBeNull().RowChanges.ShouldNotBeNull().Added.ShouldBe(5);
    }

    [Fact]
    public void An_earlier_file_that_is_not_there_is_a_warning()
    {
        _model.With = project => project with { ReferenceData = _model.File("none.csv") };
        var result = _model.RunTo(StageNames.Report);
        result.Succeeded.ShouldBeTrue();
        result.Diagnostics.ShouldContain(finding => finding.Code == DriftCodes.ReferenceData && finding.Severity == DiagnosticSeverity.Warning);
    }

    [Fact]
    public void The_champions_profile_tells_when_columns_or_rows_changed()
    {
        _model.Pack();
        _model.AgainstFeed().RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        Evidence().DataDiff.ShouldBeNull();
        var lines = File.ReadAllLines(_model.File("data.csv"));
        _model.Write("data.csv", string.Join('\n', lines.Select((line, i) => (i == 0 ? "extra," : $"{i % 7},") + line)) + "\n");
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var diff = Evidence().DataDiff.ShouldNotBeNull();
        (diff.Reference, diff.RowChanges).ShouldBe(("the champion's package", null));
        diff.Columns.ShouldContain(new ColumnChange { Column = "extra", After = ColumnType.Int64 });
    }

    private ModelEvidence Evidence() => _model.Read(StageNames.Report, StageFiles.Evidence, ContractsJson.Default.ModelEvidence);
}

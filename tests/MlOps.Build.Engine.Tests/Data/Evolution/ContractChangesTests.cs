using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines.Champions;

namespace MlOps.Build.Engine.Tests.Data.Evolution;

/// <summary>What a build tells of changes in its contract.</summary>
public sealed class ContractChangesTests : IDisposable
{
    private const string Now = """
        columns:
          - {name: width, type: int64, max: 1000}
          - {name: height, type: int64, min: 0}
          - {name: good, type: string}

        """;

    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Rules_that_changed_and_the_rows_that_they_let_in_are_in_the_report()
    {
        var widths = File.ReadAllLines(_model.File("data.csv")).Skip(1).Select(line => int.Parse(line.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var limit = widths.Max() - 1;
        Compare(Now.Replace("max: 1000", $"max: {limit}", StringComparison.Ordinal).Replace(", min: 0", "", StringComparison.Ordinal));
        var changes = Evidence().ContractDiff.ShouldNotBeNull().Changes;
        changes.Select(change => (change.Column, change.Rule, change.Kind, change.Before, change.After, change.LetsIn)).ShouldBe(
        [
            ("width", "max", ContractChangeKind.Looser, $"{limit}", "1000", widths.Count(width => width > limit)),
            ("height", "min", ContractChangeKind.Tighter, null, "0", null),
        ]);
        var first = widths.FindIndex(width => width > limit) + 2;
        Report().ShouldContain("## Changes of the contract\n\nCompared with earlier.yaml: 1 rules looser, 1 tighter, 0 otherwise changed.");
        Report().ShouldContain($"| looser | width | max | {limit} | 1000 | {widths.Count(width => width > limit)} (data.csv({first})) |");
    }

    [Fact]
    public void The_same_contract_has_no_changes()
    {
        Compare(Now);
        Report().ShouldContain("## Changes of the contract\n\nCompared with earlier.yaml, no rule changed.");
    }

    [Theory]
    [InlineData(null, "it does not exist.")]
    [InlineData("columns: 3", "'columns' is '3'; expected")]
    public void An_earlier_contract_that_cannot_be_read_is_a_warning(string? earlier, string reason)
    {
        var finding = Compare(earlier).Single(finding => finding.Code == DriftCodes.ReferenceData);
        finding.Severity.ShouldBe(DiagnosticSeverity.Warning);
        finding.Message.ShouldStartWith($"MlOpsReferenceSchema is 'earlier.yaml': {reason}");
        Evidence().ContractDiff.ShouldBeNull();
    }

    private IReadOnlyList<Diagnostic> Compare(string? earlier)
    {
        _model.Write("schema.yaml", Now);
        if (earlier is not null)
            _model.Write("earlier.yaml", earlier);
        _model.With = project => project with { ReferenceSchema = _model.File("earlier.yaml") };
        var result = _model.RunTo(StageNames.Report);
        result.Succeeded.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return [.. result.Diagnostics];
    }

    private string Report() => File.ReadAllText(_model.File("bin/mlops/report.md"));

    private ModelEvidence Evidence() => _model.Read(StageNames.Report, StageFiles.Evidence, ContractsJson.Default.ModelEvidence);
}

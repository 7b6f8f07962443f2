using System.Globalization;
using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Checks;

/// <summary>Checks that need no data of their own, run by the stages of a small project.</summary>
public sealed class ModelCheckTests : IDisposable
{
    private readonly TinyModel _model = new();

    public ModelCheckTests()
    {
        // The newest day is 2026-01-31.
        var text = new StringBuilder("width,height,day,good\n");
        for (var row = 0; row < 120; row++)
        {
            var (width, height) = (row * 37 % 101, row * 53 % 89);
            var day = new DateOnly(2026, 1, 1).AddDays(row % 31).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            text.Append(width).Append(',').Append(height).Append(',').Append(day).Append(width + height + (row * 71 % 60) > 120 ? ",yes\n" : ",no\n");
        }

        _model.Write("data.csv", text.ToString());
    }

    public void Dispose() => _model.Dispose();

    [Fact]
    public void What_the_checklist_asks_for_is_measured_and_nothing_else()
    {
        _model.Write("validation-checklist.md", "- [ ] Small `size <= 20MB`\n- [ ] Read\n");
        Run();
        Values(StageNames.Checks, StageFiles.Checks).Keys.ShouldBe(["size"]);
        Values(StageNames.Measure, StageFiles.Measured).ShouldBeEmpty();
        var item = Gate(StageFiles.GateSummary).Items[0];
        item.Verdict.ShouldBe(Verdict.Pass);
        item.Unit.ShouldBe("B");
        item.Observed.ShouldBe(new FileInfo(_model.File("obj/mlops/train/model.onnx")).Length);
        File.Exists(_model.File("obj/mlops/gate/gate-measured.json")).ShouldBeFalse();
    }

    [Fact]
    public void Licence_age_coverage_and_reproducibility_have_values_that_no_clock_decides()
    {
        _model.Write("validation-checklist.md", """
            - [ ] Terms `license == 1 and license.known == 1 and license.data == 0`
            - [ ] Fresh `data.age <= 42d`
            - [ ] Stale `data.age < 42d`
            - [ ] Rules `contract.coverage >= 50%`
            - [ ] Same bytes `reproducible == 1`

            """);
        Run(_model.Project with { License = "MIT OR Apache-2.0", ReferenceDate = "2026-03-14" });
        Gate(StageFiles.GateSummary).Items.Select(item => item.Verdict)
            .ShouldBe([Verdict.Pass, Verdict.Pass, Verdict.Fail, Verdict.Undecided, Verdict.Pass]);
        // 31 January to 14 March 2026 are 42 days of 86,400 seconds.
        Values(StageNames.Checks, StageFiles.Checks)["data.age"].Value.ShouldBe(3_628_800);
        Gate(StageFiles.GateSummary).Items[2].Explanation.ShouldBe("age of the newest row 42.00 d is not < 42d");
        Gate(StageFiles.GateSummary).Items[3].Explanation.ShouldContain("no contract but the one inferred");
    }

    [Fact]
    public void An_unknown_licence_a_missing_day_and_a_written_contract_are_seen()
    {
        _model.Write("schema.yaml", """
            columns:
              - name: width
                type: int64
                min: 0
              - name: height
                type: int64
              - name: day
                type: date
              - name: good
                type: string
                values: [yes, no]

            """);
        _model.Write("validation-checklist.md", "- [ ] `license.known == 0 and contract.coverage == 50%`\n- [ ] `data.age <= 30d`\n");
        Run(_model.Project with { License = "Our-Own" });
        var gate = Gate(StageFiles.GateSummary);
        gate.Items[0].Verdict.ShouldBe(Verdict.Pass, gate.Items[0].Explanation);
        gate.Items[1].Explanation.ShouldBe("age of the newest row: no day is given to count from; set MlOpsReferenceDate, such as to the day of the release");
    }

    [Fact]
    public void Latency_is_measured_in_a_process_of_its_own_and_stays_out_of_the_record_that_is_packed()
    {
        _model.Write("validation-checklist.md", "- [ ] Fast `latency.p50 <= 1h and latency.p99 <= 1h and latency.batch <= 1h`\n- [ ] Slow `latency.p50 > 1h`\n");
        Run();
        var measured = Read(StageNames.Measure, StageFiles.Measured);
        measured.Machine.ShouldNotBeNull().ShouldContain(".NET");
        measured.Machine.ShouldNotContain(Environment.MachineName, Case.Sensitive);
        measured.Values.Select(value => value.Name).ShouldBe(["latency.batch", "latency.p50", "latency.p99"]);
        measured.Values.ShouldAllBe(value => value.Value > 0);
        Gate(StageFiles.MeasuredGate).Items[1].Observed.ShouldBe(measured.Values[1].Value);

        var packed = Gate(StageFiles.GateSummary);
        packed.Items.Select(item => item.Verdict).ShouldBe([Verdict.Pass, Verdict.Fail]);
        packed.Items.ShouldAllBe(item => item.Observed == null && item.Comparisons.Count == 0);
        packed.Items[1].Explanation.ShouldBe("does not hold on the machine that built the model; its build log has the value");
    }

    [Fact]
    public void ONNX_Runtime_predicts_the_same_where_it_is_installed()
    {
        var modules = NodeModules();
        Assert.SkipWhen(modules is null, "ONNX Runtime is absent: run 'npm ci --ignore-scripts' in tests/onnxruntime.");
        Directory.CreateSymbolicLink(_model.File("node_modules"), modules);
        _model.Write("validation-checklist.md", "- [ ] Same `parity.onnxruntime <= 0.00001`\n");
        Run();
        var value = Values(StageNames.Measure, StageFiles.Measured)["parity.onnxruntime"];
        // DESIGN.md, decision 5: 1e-5 absolute on probabilities.
        value.Value.ShouldNotBeNull(value.Reason).ShouldBeInRange(0, 1e-5);
        value.Detail.ShouldNotBeNull().ShouldContain("ONNX Runtime");
        Directory.Delete(_model.File("node_modules"));
    }

    private static string? NodeModules()
    {
        var modules = RepositoryFile.At("tests", "onnxruntime", "node_modules");
        return Directory.Exists(Path.Combine(modules, "onnxruntime-node")) ? modules : null;
    }

    private void Run(ModelProject? project = null)
    {
        var pipeline = new ModelPipeline(project ?? _model.Project);
        foreach (var stage in ModelPipeline.Stages.TakeWhile(stage => stage.Name != StageNames.Package))
        {
            var outcome = pipeline.Run(stage.Name, null, TestContext.Current.CancellationToken);
            outcome.Succeeded.ShouldBeTrue(string.Join('\n', outcome.Diagnostics));
        }
    }

    private ModelChecks Read(string stage, string file) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(_model.File($"obj/mlops/{stage}/{file}")), ContractsJson.Default.ModelChecks)!;

    private Dictionary<string, CheckValue> Values(string stage, string file) => Read(stage, file).Values.ToDictionary(value => value.Name);

    private GateSummary Gate(string file) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(_model.File($"obj/mlops/gate/{file}")), ContractsJson.Default.GateSummary)!;
}

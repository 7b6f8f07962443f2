using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Rows;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines.Champions;

/// <summary>How often the same test rows have judged a model.</summary>
public sealed class TestSetUseTests : IDisposable
{
    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Packages_with_the_same_test_rows_are_counted_once_a_model()
    {
        _model.Pack("1.0.0-a");
        _model.Pack("1.0.0");
        Other(2);
        _model.Pack("1.1.0-pr.7");
        Other(3);
        _model.AgainstFeed().RunTo(StageNames.Evaluate);
        _model.Evaluation().TestSet.ShouldNotBeNull().Uses.ShouldBe(3);
    }

    [Fact]
    public void Packing_the_model_itself_leaves_the_evaluation_up_to_date()
    {
        _model.AgainstFeed().RunTo(StageNames.Evaluate);
        _model.Evaluation().TestSet.ShouldNotBeNull().Uses.ShouldBe(1);
        _model.Pack("1.0.0-pr.1");
        _model.RunTo(StageNames.Evaluate).State.ShouldBe(StageState.UpToDate);
    }

    [Fact]
    public void Other_test_rows_do_not_count()
    {
        _model.Pack("1.0.0-a");
        _model.Write("training-config.yaml", TinyModel.Configuration + "seed: 99\n");
        _model.AgainstFeed().RunTo(StageNames.Evaluate);
        _model.Evaluation().TestSet.ShouldNotBeNull().Uses.ShouldBe(1);
    }

    [Fact]
    public void A_worn_out_test_set_is_a_warning_at_its_limit_and_a_name_of_the_gate()
    {
        _model.Pack("1.0.0-a");
        Other(2, "evaluation: { test_set_limit: 1 }\n");
        _model.Write("validation-checklist.md", "- [ ] Fresh test rows `test_set.uses <= 1`\n");
        var outcome = _model.AgainstFeed().RunTo(StageNames.Evaluate);
        var warning = outcome.Diagnostics.Single(finding => finding.Code == ChampionCodes.TestSetWornOut);
        warning.Message.ShouldStartWith("the same test rows have judged 2 models of 'Tiny', more than the 1 of 'test_set_limit': ");
        warning.Position.File.ShouldBe("training-config.yaml");
        _model.RunTo(StageNames.Gate);
        Gate().Verdict.ShouldBe(Verdict.Fail);
    }

    [Fact]
    public void Without_a_feed_nothing_is_known_and_the_gate_is_undecided()
    {
        _model.Write("validation-checklist.md", "- [ ] Fresh test rows `test_set.uses <= 1`\n");
        _model.RunTo(StageNames.Gate);
        Gate().Verdict.ShouldBe(Verdict.Undecided);
        Gate().Explanation.ShouldContain("MlOpsFeed names no folder");
    }

    [Fact]
    public void A_file_that_is_no_package_does_not_count()
    {
        Directory.CreateDirectory(_model.Feed);
        File.WriteAllText(Path.Combine(_model.Feed, "Tiny.1.0.0-x.nupkg"), "no zip");
        _model.AgainstFeed().RunTo(StageNames.Evaluate).Succeeded.ShouldBeTrue();
        _model.Evaluation().TestSet.ShouldNotBeNull().Uses.ShouldBe(1);
    }

    [Fact]
    public void Order_of_rows_and_columns_and_sensitive_values_leave_the_fingerprint_alone()
    {
        var nothing = new HashSet<string>();
        var one = TestFingerprint.Of(Tables.Csv("a,b\n1,x\n2,y\n"), [0, 1], nothing);
        TestFingerprint.Of(Tables.Csv("b,a\ny,2\nx,1\n"), [0, 1], nothing).ShouldBe(one);
        TestFingerprint.Of(Tables.Csv("a,b,c\n1,x,p\n2,y,q\n"), [1, 0], new HashSet<string> { "c" }).ShouldBe(one);
        TestFingerprint.Of(Tables.Csv("a,b\n1,x\n2,z\n"), [0, 1], nothing).ShouldNotBe(one);
        one.Length.ShouldBe(64);
    }

    private GateItem Gate() =>
        _model.Read(StageNames.Gate, StageFiles.GateSummary, ContractsJson.Default.GateSummary).Items.ShouldHaveSingleItem();

    private void Other(int rounds, string more = "") => _model.Write(
        "training-config.yaml", TinyModel.Configuration + $"trainer: gradient-boosted-trees\nhyperparameters:\n  num_iterations: {rounds}\n{more}");
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Tests.Gates;

/// <summary><c>and</c>, <c>or</c>, severity, conditions and what would have had to differ.</summary>
public sealed class CriterionTests
{
    // auc / 0 is undecided. The table is Kleene's (Introduction to Metamathematics, 1952, section 64).
    [Theory]
    [InlineData("1 > 0 and 1 > 0", Verdict.Pass)]
    [InlineData("1 > 0 and auc / 0 > 0", Verdict.Undecided)]
    [InlineData("1 > 0 and 0 > 1", Verdict.Fail)]
    [InlineData("auc / 0 > 0 and auc / 0 > 0", Verdict.Undecided)]
    [InlineData("auc / 0 > 0 and 0 > 1", Verdict.Fail)]
    [InlineData("0 > 1 and 0 > 1", Verdict.Fail)]
    [InlineData("1 > 0 or 0 > 1", Verdict.Pass)]
    [InlineData("1 > 0 or auc / 0 > 0", Verdict.Pass)]
    [InlineData("auc / 0 > 0 or auc / 0 > 0", Verdict.Undecided)]
    [InlineData("auc / 0 > 0 or 0 > 1", Verdict.Undecided)]
    [InlineData("0 > 1 or 0 > 1", Verdict.Fail)]
    [InlineData("1 > 0 or 1 > 0 and 0 > 1", Verdict.Pass)]
    [InlineData("0 > 1 and 1 > 0 or 1 > 0", Verdict.Pass)]
    public void And_takes_the_worst_verdict_and_or_the_best(string expression, Verdict verdict) =>
        Evidence.Judge(expression).Verdict.ShouldBe(verdict);

    [Fact]
    public void Absolute_and_relative_limits_stand_in_one_item()
    {
        var paired = Evidence.Reference("champion", Evidence.Metric("auc", 0.766, 0.74, 0.79), Evidence.Metric("auc", 0.008, -0.001, 0.017));
        var champion = paired with { Ratios = [Evidence.Metric("auc", 0.774 / 0.766, 0.998, 1.023)] };
        var item = Evidence.Judge(
            "auc - champion.auc >= -0.005 @ 95% and auc / champion.auc >= 0.99 @ 95%", Evidence.Binary() with { References = [champion] });
        item.Verdict.ShouldBe(Verdict.Pass);
        item.Explanation.ShouldBe("ROC AUC minus the champion's +0.008 [-0.001, +0.017], at least -0.005; "
            + "and ROC AUC divided by the champion's 1.010 [0.998, 1.023], at least 0.99");
        item.Comparisons.Select(part => part.Limit).ShouldBe([-0.005, 0.99]);
        item.Comparisons[1].Confidence.ShouldBe(0.95);
        item.Observed.ShouldBeNull();
    }

    [Fact]
    public void A_ratio_without_a_paired_interval_is_undecided() =>
        Evidence.Judge("auc / baseline.auc >= 1.2 @ 95%").Explanation.ShouldContain("no interval");

    [Fact]
    public void An_item_that_warns_is_recorded_and_shown_and_does_not_count()
    {
        var diagnostics = new DiagnosticBag();
        var text = "- [ ] Good `auc > 0.7`\n- [ ] Small `warn: auc > 0.9`\n- [ ] Unknown `warn: auc / 0 > 1`\n";
        var gate = GateJudge.Judge(Checklist.Parse("c.md", text, diagnostics)!, Evidence.Facts(), diagnostics)!;
        gate.Verdict.ShouldBe(Verdict.Pass);
        gate.Items.Select(item => (item.Verdict, item.Warns))
            .ShouldBe([(Verdict.Pass, false), (Verdict.Fail, true), (Verdict.Undecided, true)]);
        (gate.Count(Verdict.Pass), gate.Count(Verdict.Fail), gate.Count(Verdict.Undecided), gate.Warnings()).ShouldBe((1, 0, 0, 2));
        GateEnforcer.Diagnostics(gate, DiagnosticSeverity.Error).Select(finding => finding.ToString()).ShouldBe(
        [
            "c.md(2,7): warning MLOPS4014: does not hold, and only warns: ROC AUC 0.774 [0.748, 0.799] is not > 0.9. See report.html#roc.",
            "c.md(3,7): info MLOPS4014: undecided, and only warns: '0' is 0, and nothing can be divided by it. See report.html#roc.",
        ]);
    }

    [Theory]
    [InlineData("champion", "", "there is no champion yet")]
    [InlineData("not champion", "", null)]
    [InlineData("stage('production')", "", "no stage is being promoted to")]
    [InlineData("stage('production')", "staging", "the stage is 'staging', not 'production'")]
    [InlineData("stage('production')", "production", null)]
    [InlineData("not stage('production')", "production", "the stage is 'production'")]
    [InlineData("not champion and stage(\"production\")", "production", null)]
    [InlineData("stage('production') and champion", "production", "there is no champion yet")]
    public void An_item_applies_when_all_its_conditions_hold(string condition, string stage, string? reason)
    {
        var diagnostics = new DiagnosticBag();
        var checklist = Checklist.Parse("c.md", $"- [ ] `auc > 0.9 when {condition}`", diagnostics)!;
        var item = GateJudge.Judge(checklist, Evidence.Facts() with { Stage = stage }, diagnostics)!.Items[0];
        item.Applies.ShouldBe(reason is null);
        item.Verdict.ShouldBe(reason is null ? Verdict.Fail : Verdict.Pass);
        if (reason is not null)
            item.Explanation.ShouldBe($"does not apply: {reason}");
    }

    // Half-widths by hand: 0.05 and 0.07 below, 0.05 and 0.07 above; sqrt(0.0025 + 0.0049) / 2 = 0.043012.
    [Fact]
    public void The_mean_of_groups_without_a_common_row_has_the_square_and_add_interval()
    {
        var item = Evidence.Judge("mean(slices('Wildlife Size', positives: 30).auc) > 0.68 @ 95%");
        item.Verdict.ShouldBe(Verdict.Pass);
        item.Observed!.Value.ShouldBe(0.73, 1e-12);
        item.Low!.Value.ShouldBe(0.73 - 0.0430116263, 1e-9);
        item.High!.Value.ShouldBe(0.73 + 0.0430116263, 1e-9);
    }

    [Theory]
    [InlineData("auc >= 0.80", "passes if ROC AUC were at least 0.800: 0.026 more")]
    [InlineData("brier <= 0.05", "passes if Brier score were at most 0.050: 0.030 less")]
    [InlineData("auc == 0.80", "passes if ROC AUC were equal to 0.800")]
    [InlineData("auc >= 0.80 and brier <= 0.05", "passes if ROC AUC were at least 0.800: 0.026 more; and passes if Brier score were at most 0.050: 0.030 less")]
    [InlineData("auc >= 0.70", null)]
    [InlineData("auc / 0 >= 0.70", null)]
    // 0.774 - 0.761 = 0.013 of half-width 0.026: a quarter of the variance, four times the rows.
    [InlineData("auc >= 0.761 @ 95%", "the interval's lower end 0.748 would have to be at least 0.761; about 4.0 times the test rows would narrow it that far")]
    [InlineData("auc - logistic_regression.auc >= -0.001 @ 95%",
        "the interval's lower end -0.006 would have to be at least -0.001; about 4.0 times the test rows would narrow it that far")]
    [InlineData("auc >= 0.78 @ 95%",
        "the interval's lower end 0.748 would have to be at least 0.780: 0.032 more; more test rows alone would not do, since the value itself is on the wrong side")]
    [InlineData("auc * brier >= 0.78 @ 95%", "without '@' the value alone would decide")]
    public void What_would_have_had_to_differ_is_said(string expression, string? needed) =>
        Evidence.Judge(expression).Needed.ShouldBe(needed);
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Tests.Gates;

public sealed class GateJudgeTests
{
    [Theory]
    [InlineData("auc >= 0.70", Verdict.Pass, "ROC AUC 0.774 [0.748, 0.799], at least 0.70")]
    [InlineData("auc >= 0.78", Verdict.Fail, "ROC AUC 0.774 [0.748, 0.799] is not >= 0.78")]
    [InlineData("auc >= 0.78 @ 95%", Verdict.Undecided, "ROC AUC 0.774 [0.748, 0.799]: the 95% interval straddles 0.78")]
    [InlineData("auc >= 0.70 @ 95%", Verdict.Pass, "ROC AUC 0.774 [0.748, 0.799], at least 0.70")]
    [InlineData("auc >= 0.80 @ 95%", Verdict.Fail, "ROC AUC 0.774 [0.748, 0.799] is not >= 0.80")]
    [InlineData("brier <= 8.5% @ 95%", Verdict.Undecided, "Brier score 0.080 [0.070, 0.090]: the 95% interval straddles 8.5%")]
    [InlineData("1 - auc < 0.3 @ 95%", Verdict.Pass, "'1 - auc' = 0.226 [0.201, 0.252], below 0.3")]
    [InlineData("auc > 0.77399", Verdict.Pass, "ROC AUC 0.77400 [0.74800, 0.79900], above 0.77399")]
    public void The_interval_decides_only_when_it_is_asked_for(string expression, Verdict verdict, string explanation)
    {
        var item = Evidence.Judge(expression);
        item.Verdict.ShouldBe(verdict);
        item.Explanation.ShouldBe(explanation);
        item.Explanation.ShouldStartWith(item.Subject!);
    }

    [Theory]
    [InlineData("auc - baseline.auc >= 0.24 @ 95%", Verdict.Pass, 0.247, 0.301)]
    [InlineData("auc - logistic_regression.auc >= 0 @ 95%", Verdict.Undecided, -0.006, 0.013)]
    [InlineData("logistic_regression.auc - auc <= 0.01 @ 95%", Verdict.Pass, -0.013, 0.006)]
    [InlineData("logistic_regression.auc - baseline.auc > 0.2 @ 95%", Verdict.Pass, 0.243, 0.297)]
    [InlineData("baseline.auc - logistic_regression.auc < -0.25 @ 95%", Verdict.Undecided, -0.297, -0.243)]
    [InlineData("2 * (auc - baseline.auc) + 1 >= 1.5 @ 95%", Verdict.Undecided, 1.494, 1.602)]
    public void A_difference_has_the_paired_interval_and_not_that_of_two(string expression, Verdict verdict, double low, double high)
    {
        var item = Evidence.Judge(expression);
        item.Verdict.ShouldBe(verdict);
        item.Low!.Value.ShouldBe(low, 1e-12);
        item.High!.Value.ShouldBe(high, 1e-12);
    }

    [Theory]
    [InlineData("ece <= 0.05 @ 95%", "calibration error 0.020: no interval: noise alone makes it larger, and a resample adds noise")]
    [InlineData("ece - baseline.ece <= 0 @ 95%", "calibration error minus the baseline's -0.010: no interval: one row cannot be resampled")]
    public void An_interval_that_is_not_there_is_missed_for_its_own_reason(string expression, string explanation)
    {
        var facts = Evidence.Facts();
        var evaluation = facts.Evaluation;
        MetricValue None(double value, string reason) => new() { Name = "ece", Value = value, Reason = reason };
        var baseline = evaluation.References.Single(reference => reference.Name == "baseline") with
        {
            Metrics = [None(0.03, "")],
            Differences = [None(-0.01, "no interval: one row cannot be resampled")],
        };
        var checklist = Checklist.Parse("c.md", $"- [ ] `{expression}`\n", []).ShouldNotBeNull();
        var gate = GateJudge.Judge(checklist, facts with
        {
            Evaluation = evaluation with
            {
                Metrics = [None(0.02, "no interval: noise alone makes it larger, and a resample adds noise")],
                References = [baseline],
            },
        }, []);
        gate.ShouldNotBeNull().Items[0].Explanation.ShouldBe(explanation);
    }

    [Fact]
    public void A_difference_between_two_references_is_in_words() =>
        Evidence.Judge("logistic_regression.auc - baseline.auc > 0 @ 95%").Explanation
            .ShouldBe("the logistic regression's ROC AUC minus the baseline's +0.270 [+0.243, +0.297], above 0");

    [Fact]
    public void Both_sides_may_be_measured()
    {
        var item = Evidence.Judge("auc >= logistic_regression.auc @ 95%");
        item.Verdict.ShouldBe(Verdict.Undecided);
        item.Explanation.ShouldBe("ROC AUC 0.774 [0.748, 0.799] against the logistic regression's ROC AUC 0.770; "
            + "difference +0.004 [-0.006, +0.013]: the interval straddles 0");
        Evidence.Judge("auc > baseline.auc @ 95%").Verdict.ShouldBe(Verdict.Pass);
    }

    [Theory]
    [InlineData("auc * pr_auc > 0.1 @ 95%")]
    [InlineData("auc + pr_auc > 0.1 @ 95%")]
    [InlineData("mean(auc, pr_auc) > 0.1 @ 95%")]
    [InlineData("quantile(slices(\"Wildlife Size\", positives: 30).auc, 0.1) > 0.1 @ 95%")]
    [InlineData("auc / baseline.auc > 1 @ 95%")]
    [InlineData("auc - 0.9 * baseline.auc > 0 @ 95%")]
    public void A_combination_without_an_interval_is_undecided_with_the_reason(string expression)
    {
        var item = Evidence.Judge(expression);
        item.Verdict.ShouldBe(Verdict.Undecided);
        item.Explanation.ShouldContain("no interval");
        item.Low.ShouldBeNull();
    }

    [Theory]
    [InlineData("auc / 0 > 1", "divided")]
    [InlineData("auc / (auc - auc) > 1", "divided")]
    [InlineData("1e300 * 1e300 > 1", "finite")]
    [InlineData("champion.auc > 0.5", "there is no champion")]
    [InlineData("f1 > 0.5", "not measured")]
    [InlineData("min(slices(\"Wildlife Size\").auc) > 0.5", "group Medium: ROC AUC is not defined: only one class")]
    [InlineData("min(slices(\"Wildlife Size\", rows: 5000).auc) > 0.5", "no group of 'Wildlife Size' has 5000 test rows")]
    [InlineData("min(slices(\"Airport\").auc) > 0.5", "the evaluation has no group of 'Airport'")]
    public void What_has_no_value_is_undecided_and_says_why(string expression, string reason)
    {
        var item = Evidence.Judge(expression);
        item.Verdict.ShouldBe(Verdict.Undecided);
        item.Explanation.ShouldContain(reason);
        item.Observed.ShouldBeNull();
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_metric_that_is_not_finite_is_undecided(double value)
    {
        var evaluation = Evidence.Binary() with { Metrics = [Evidence.Metric("auc", value, 0, 1)] };
        Evidence.Judge("auc != 0.3", evaluation).Verdict.ShouldBe(Verdict.Undecided);
    }

    [Fact]
    public void The_lowest_group_is_named_with_its_interval()
    {
        var item = Evidence.Judge("min(slices(\"Wildlife Size\", positives: 30).auc) >= 0.60 @ 95%");
        item.Verdict.ShouldBe(Verdict.Pass);
        item.Explanation.ShouldBe("lowest ROC AUC by Wildlife Size (Large) 0.710 [0.640, 0.780], at least 0.60");
        item.Section.ShouldBe("slices");
    }

    [Fact]
    public void A_group_of_a_sensitive_column_is_not_named()
    {
        var diagnostics = new DiagnosticBag();
        var checklist = Checklist.Parse("c.md", "- [ ] `min(slices(\"Wildlife Size\", positives: 30).auc) >= 0.9`", diagnostics)!;
        var facts = Evidence.Facts() with { SensitiveColumns = new HashSet<string> { "Wildlife Size" } };
        GateJudge.Judge(checklist, facts, diagnostics)!.Items[0].Explanation.ShouldNotContain("Large");
    }

    [Fact]
    public void An_item_under_a_condition_that_does_not_hold_does_not_apply_and_passes()
    {
        var item = Evidence.Judge("auc - champion.auc >= -0.005 @ 95% when champion");
        (item.Verdict, item.Applies, item.Explanation).ShouldBe((Verdict.Pass, false, "does not apply: there is no champion yet"));
        var difference = Evidence.Metric("auc", 0.008, -0.001, 0.017);
        var champion = Evidence.Reference("champion", Evidence.Metric("auc", 0.766, 0.74, 0.79), difference);
        var with = Evidence.Binary() with { References = [champion] };
        var judged = Evidence.Judge("auc - champion.auc >= -0.005 @ 95% when champion", with);
        (judged.Verdict, judged.Applies).ShouldBe((Verdict.Pass, true));
        judged.Explanation.ShouldBe("ROC AUC minus the champion's +0.008 [-0.001, +0.017], at least -0.005");
    }

    [Fact]
    public void A_tick_signs_an_item_for_people_and_means_nothing_on_a_checked_one()
    {
        var diagnostics = new DiagnosticBag();
        var checklist = Checklist.Parse("c.md", "- [ ] Open\n- [x] Signed\n- [x] Checked `auc > 0.9`\n", diagnostics)!;
        var gate = GateJudge.Judge(checklist, Evidence.Facts(), diagnostics)!;
        gate.Items.Select(item => item.Verdict).ShouldBe([Verdict.Undecided, Verdict.Pass, Verdict.Fail]);
        gate.Verdict.ShouldBe(Verdict.Fail);
        gate.Items[0].Explanation.ShouldBe("not signed off yet");
    }

    [Fact]
    public void Findings_stand_at_the_items_places()
    {
        var diagnostics = new DiagnosticBag();
        var text = "# Gates\n\n- [ ] Good `auc > 0.7`\n- [ ] Better `auc >= 0.9`\n- [ ] Read it\n";
        var checklist = Checklist.Parse("validation-checklist.md", text, diagnostics)!;
        var findings = GateEnforcer.Diagnostics(GateJudge.Judge(checklist, Evidence.Facts(), diagnostics)!, DiagnosticSeverity.Warning);
        findings.Select(finding => finding.ToString()).ShouldBe(
        [
            "validation-checklist.md(4,7): error MLOPS4001: failed: ROC AUC 0.774 [0.748, 0.799] is not >= 0.9. See report.html#roc.",
            "validation-checklist.md(5,1): warning MLOPS4003: undecided: \"Read it\" is not signed off yet.",
        ]);
    }
}

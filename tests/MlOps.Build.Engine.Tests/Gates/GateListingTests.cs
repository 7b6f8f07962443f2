using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Tests.Gates;

public sealed class GateListingTests
{
    private const string Text = """
        - [ ] Ranks damaging strikes above harmless ones `auc>=0.8`
        - [ ] Not worse than logistic regression `auc - logistic_regression.auc >= -0.001 @ 95% and brier < 1`
          - [ ] Small `warn: brier < 0.01`
        - [ ] Not worse than the champion `auc >= champion.auc when champion`
        - [x] The model's owner has read the report

        """;

    private static string Listing(bool explain)
    {
        var diagnostics = new DiagnosticBag();
        var gate = GateJudge.Judge(Checklist.Parse("c.md", Text, diagnostics)!, Evidence.Facts(), diagnostics)!;
        return string.Join('\n', GateListing.Of("Birds", gate, explain));
    }

    [Fact]
    public void Each_item_has_its_verdict_and_what_was_seen() => Listing(explain: false).ShouldBe("""
        Birds: not ready, 1 of 5 failed
        failed     Ranks damaging strikes above harmless ones: ROC AUC 0.774 [0.748, 0.799] is not >= 0.8
        undecided  Not worse than logistic regression: ROC AUC minus the logistic regression's +0.004 [-0.006, +0.013]: the 95% interval straddles -0.001; and Brier score 0.080 [0.070, 0.090], below 1
          warning    Small: Brier score 0.080 [0.070, 0.090] is not < 0.01
        -          Not worse than the champion: does not apply: there is no champion yet
        passed     The model's owner has read the report: signed off in the checklist
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void An_explanation_shows_each_comparison_and_what_would_have_had_to_differ() => Listing(explain: true).ShouldBe("""
        Birds: not ready, 1 of 5 failed
        failed     Ranks damaging strikes above harmless ones
                   auc >= 0.8
                   ROC AUC 0.774 [0.748, 0.799] is not >= 0.8
                   passes if ROC AUC were at least 0.800: 0.026 more
        undecided  Not worse than logistic regression
                   auc - logistic_regression.auc >= -0.001 @ 95% and brier < 1
                   undecided: ROC AUC minus the logistic regression's +0.004 [-0.006, +0.013]: the 95% interval straddles -0.001
                     the interval's lower end -0.006 would have to be at least -0.001; about 4.0 times the test rows would narrow it that far
                   passed: Brier score 0.080 [0.070, 0.090], below 1
          warning    Small
                     warn: brier < 0.01
                     Brier score 0.080 [0.070, 0.090] is not < 0.01
                     passes if Brier score were below 0.010: 0.070 less
        -          Not worse than the champion
                   auc >= champion.auc when champion
                   does not apply: there is no champion yet
        passed     The model's owner has read the report
                   signed off in the checklist
        """.ReplaceLineEndings("\n"));
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>What reports say of champion and challenger.</summary>
public sealed class ChampionSectionTests
{
    [Fact]
    public void Metrics_tests_groups_and_sides_are_put_into_words()
    {
        var report = Markdown(Compared());
        report.ShouldContain("The champion is Strikes 1.4.2, evidence 3f9c00000000.");
        report.ShouldContain("3 of 1,500 test rows were trained on by the champion.");
        report.ShouldContain("These test rows have judged 7 models.");
        report.ShouldContain("McNemar's test of right and wrong (mid-p, 50 rows that changed sides): p = 0.033.");
        report.ShouldContain("On RMSE there is no test: too short.");
        report.ShouldContain("Groups that moved: 1 of 3, by the paired interval of PR AUC in the group.");
        report.ShouldContain("Of 1,500 test rows, 33 went from wrong to right and 17 from right to wrong: +16 right.");
        report.ShouldContain("What sets the 50 rows that changed most apart from the rest:");
        report.ShouldContain("60% 'night'");
    }

    [Fact]
    public void A_champion_that_was_not_compared_is_a_reason_and_no_table()
    {
        var model = Compared();
        var why = new ReferenceEvaluation { Name = "champion", DisplayName = "champion 1.4.2", NotCompared = "it predicts 'x'", Metrics = [], Differences = [] };
        var report = Markdown(model with
        {
            Evaluation = model.Evaluation with
            {
                References = [model.Evaluation.References[0], why],
                Champion = new ChampionComparison { Package = "Strikes", NotCompared = "it predicts 'x'" },
            },
        });
        report.ShouldContain("The champion was not compared: it predicts 'x'.");
        report.ShouldNotContain("chance of being worse");
    }

    [Fact]
    public void A_sensitive_group_that_moved_is_a_number()
    {
        var model = Compared();
        var column = model.Data.Columns[0] with { Name = "Wildlife Size", Sensitive = true };
        var report = Markdown(model with { Data = model.Data with { Columns = [column, .. model.Data.Columns.Skip(1)] } });
        report.ShouldContain("Wildlife Size is group 1 (sensitive)");
    }

    private static string Markdown(ModelEvidence model) => MarkdownReport.Render(model, ReportWords.English).Replace("\\", "", StringComparison.Ordinal);

    private static ModelEvidence Compared()
    {
        var model = SampleReports.Birdstrikes();
        var evaluation = model.Evaluation;
        var differences = new[] { new MetricValue { Name = "pr_auc", Value = 0.02, Low = 0.01, High = 0.03 } };
        return model with
        {
            Evaluation = evaluation with
            {
                References = [evaluation.References[0], evaluation.References[1] with { Name = "champion", DisplayName = "champion 1.4.2" }],
                TestSet = new TestSetUse { Fingerprint = "ab", Uses = 7, Limit = 20 },
                Slices = [.. evaluation.Slices.Select((slice, i) => slice with { AgainstChampion = i == 0 ? differences : [differences[0] with { Low = -1 }] })],
                Champion = new ChampionComparison
                {
                    Package = "Strikes",
                    Version = "1.4.2",
                    Evidence = "3f9c".PadRight(64, '0'),
                    Overlap = new ChampionOverlap { Rows = 1500, Known = 3, Trained = 3, FalsePositiveRate = 0 },
                    Metrics = [new ChampionMetric("pr_auc", 0.12)],
                    Tests =
                    [
                        new PairedTest { Name = PairedTest.McNemar, Metric = "accuracy", Count = 50, PValue = 0.0328, ExactPValue = 0.04 },
                        new PairedTest { Name = PairedTest.DieboldMariano, Metric = "rmse", Count = 3, Reason = "too short" },
                    ],
                    Sides = new ChampionSides
                    {
                        RightToWrong = 17,
                        WrongToRight = 33,
                        Rows = 50,
                        Columns = [new ChampionSideColumn { Column = "Time of day", Association = 0.3, Group = "night", Here = 0.6, Rest = 0.2 }],
                    },
                },
            },
        };
    }
}

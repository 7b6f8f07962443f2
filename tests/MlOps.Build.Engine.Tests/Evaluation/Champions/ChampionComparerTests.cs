using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Evaluation.Champions;

namespace MlOps.Build.Engine.Tests.Evaluation.Champions;

/// <summary>What a pair of models is said to differ in.</summary>
public sealed class ChampionComparerTests
{
    private const int Count = 200;

    private static readonly float[] Labels = [.. Enumerable.Range(0, Count).Select(row => (float)(row % 2))];

    [Fact]
    public void Rows_that_changed_sides_are_counted_and_told_apart()
    {
        // The champion is right everywhere; this model is wrong on the first 40 rows, all of them red, and nowhere else.
        var champion = Right(_ => true);
        var evaluation = Evaluate(Right(row => row >= 40), champion, new ComparedRows
        {
            Columns = [Text("colour", row => row < 40 ? "red" : "blue"), Text("noise", row => row % 4 < 2 ? "a" : "b")],
        });
        var sides = evaluation.Champion.ShouldNotBeNull().Sides.ShouldNotBeNull();
        (sides.RightToWrong, sides.WrongToRight, sides.Rows).ShouldBe((40, 0, 40));
        var column = sides.Columns.ShouldHaveSingleItem();
        (column.Column, column.Group, column.Here, column.Rest).ShouldBe(("colour", "red", 1, 0));
        column.Association.ShouldBe(1, 1e-12);
        var mcnemar = evaluation.Champion.Tests.Single(test => test.Name == PairedTest.McNemar);
        mcnemar.Count.ShouldBe(40);
        mcnemar.PValue.ShouldNotBeNull().ShouldBe(Math.Pow(0.5, 40), 1e-15);
        evaluation.Champion.Metrics.Single(metric => metric.Name == "accuracy").ChanceOfWorse.ShouldBe(1);
    }

    [Fact]
    public void A_model_against_itself_changes_nothing()
    {
        var scores = Right(row => row % 5 != 0);
        var evaluation = Evaluate(scores, scores, new ComparedRows());
        var champion = evaluation.Champion.ShouldNotBeNull();
        champion.Sides.ShouldNotBeNull().Rows.ShouldBe(0);
        champion.Metrics.ShouldAllBe(metric => metric.ChanceOfWorse == 0);
        champion.Tests.ShouldAllBe(test => test.PValue == 1);
        evaluation.References[^1].Ratios.Metric("accuracy").Value.ShouldBe(1);
        evaluation.References[^1].Ratios.Metric("accuracy").Low.ShouldBe(1);
    }

    [Fact]
    public void A_ratio_over_a_metric_that_is_0_has_a_reason_and_no_value()
    {
        var ratio = Evaluate(Right(_ => true), Right(_ => false), new ComparedRows()).References[^1].Ratios.Metric("accuracy");
        ratio.Value.ShouldBeNull();
        ratio.Reason.ShouldBe("no ratio: the reference is not above 0 on every resample");
    }

    [Fact]
    public void A_champion_is_judged_at_its_own_threshold()
    {
        var scores = Right(_ => true);
        var request = Samples.Request(Labels, scores) with { Champion = Entry(scores, new ComparedRows()) with { Threshold = 0.95 } };
        var champion = Samples.Evaluate(request).References[^1];
        champion.Metrics.Metric("recall").Value.ShouldBe(0);
        champion.Metrics.Metric("auc").Value.ShouldBe(1);
    }

    private static EvaluationSummary Evaluate(float[] own, float[] champion, ComparedRows rows) =>
        Samples.Evaluate(Samples.Request(Labels, own) with { Champion = Entry(champion, rows) });

    private static ChampionEntry Entry(float[] positive, ComparedRows rows) => new()
    {
        Identity = new ChampionComparison { Package = "P", Version = "1.0.0" },
        Scores = Samples.TwoColumns(positive),
        Threshold = 0.5,
        Rows = rows,
    };

    private static float[] Right(Func<int, bool> isRight) =>
        [.. Enumerable.Range(0, Count).Select(row => Labels[row] == 1 == isRight(row) ? 0.9f : 0.1f)];

    private static StringColumn Text(string name, Func<int, string> value)
    {
        var texts = Enumerable.Range(0, Count).Select(value).ToList();
        var dictionary = texts.Distinct().ToArray();
        return new StringColumn(name, [.. texts.Select(text => Array.IndexOf(dictionary, text))], dictionary, new MissingMask(Count));
    }
}

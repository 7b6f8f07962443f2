using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Tests.Evaluation.Backtests;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>The rows that trials learn from and are judged on.</summary>
public sealed class TrialRowsTests
{
    private const string Space = "hyperparameters: { l2: [1, 2] }\n";

    [Fact]
    public void The_validation_rows_judge_and_no_test_row_is_in_the_matrix()
    {
        var input = Input("split: random\n" + Space);
        var rows = Make(input).ShouldHaveSingleItem();
        rows.Fitted.Features.Rows.ShouldBe(input.Split.Train.Length + input.Split.Validation.Length);
        Days(input, rows).Intersect(DaysOf(input, input.Split.Test)).ShouldBeEmpty();
        rows.Rows.ShouldBe(Enumerable.Range(0, rows.Fitted.Features.Rows).Select(place => (int)rows.Fitted.Features.Row(place)[0]));
        rows.Fitted.Split.Test.ShouldBe(rows.Fitted.Split.Validation);
        rows.Labels.ShouldBe(Array.ConvertAll(input.Split.Validation, row => input.Label.Values[row]));
    }

    [Theory]
    [InlineData("split: random\n", "folds: 4")]
    [InlineData("split: random\n", "folds: { method: stratified, folds: 4 }")]
    [InlineData("split: stratified\n", "folds: { method: k-fold, folds: 4 }")]
    public void Folds_are_disjoint_cover_all_rows_and_hold_no_test_row(string split, string folds)
    {
        var input = Input($"{split}{Space}tuning: {{ {folds} }}\n");
        var made = Make(input);
        made.Count.ShouldBe(4);
        var test = DaysOf(input, input.Split.Test).ToHashSet();
        made.SelectMany(rows => Held(input, rows)).Order().ShouldBe(DaysOf(input, [.. input.Split.Train.Concat(input.Split.Validation)]).Order());
        foreach (var rows in made)
        {
            Held(input, rows).Intersect(Learned(input, rows)).ShouldBeEmpty();
            Days(input, rows).ShouldAllBe(day => !test.Contains(day));
        }
    }

    [Fact]
    public void Grouped_folds_divide_no_group_though_the_split_does()
    {
        var input = Input($"split: random\n{Space}tuning: {{ folds: {{ method: group, column: site, folds: 3 }} }}\n");
        foreach (var rows in Make(input))
            Sites(input, Held(input, rows)).Intersect(Sites(input, Learned(input, rows))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("split: { by: time, column: day }\n", "folds: 4")]
    [InlineData("split: random\n", "folds: { method: time, column: day, folds: 4 }")]
    public void Windows_by_time_learn_from_earlier_rows_alone(string split, string folds)
    {
        var input = Input($"{split}{Space}tuning: {{ {folds} }}\n");
        var made = Make(input);
        made.Count.ShouldBe(4);
        foreach (var rows in made)
            string.CompareOrdinal(Learned(input, rows).Max(), Held(input, rows).Min()).ShouldBeLessThan(0);
    }

    [Fact]
    public void Too_many_folds_are_refused_at_their_place()
    {
        var diagnostics = new DiagnosticBag();
        var input = Input($"split: random\n{Space}tuning: {{ folds: {{ method: group, column: site, folds: 20 }} }}\n");
        Maker(input, diagnostics).Make(TestContext.Current.CancellationToken).ShouldBeNull();
        var finding = diagnostics.ShouldHaveSingleItem();
        (finding.Code, finding.Position.Line).ShouldBe(("MLOPS4132", 6));
        finding.Message.ShouldContain("Lower 'folds' of 'tuning.folds'.");
    }

    [Theory]
    [InlineData("", "the validation rows")]
    [InlineData("tuning: { folds: 4 }\n", "4 folds")]
    [InlineData("tuning: { folds: { folds: 4, repeats: 2 } }\n", "4 folds, 2 times")]
    [InlineData("tuning: { folds: { method: time, column: day, folds: 4 } }\n", "4 expanding windows by day")]
    public void The_rows_that_judge_have_a_name(string tuning, string expected) =>
        Maker(Input("split: random\n" + Space + tuning), []).JudgedOn.ShouldBe(expected);

    private static TuningInput Input(string settings)
    {
        var backtest = BacktestSamples.Input(BacktestSamples.Daily(150), settings);
        var all = Enumerable.Range(0, 150).ToArray();
        return new TuningInput
        {
            Config = backtest.Config,
            Trainer = TrainerCatalog.Find(backtest.Config.Trainer)!,
            Label = backtest.Label,
            Split = backtest.Split,
            Features = new FeatureMatrix(150, ["row"], Array.ConvertAll(all, row => (float)row)),
            Table = backtest.Table,
            Schema = backtest.Schema,
            Threads = 1,
        };
    }

    private static TrialRowsMaker Maker(TuningInput input, DiagnosticBag diagnostics) => new(input, MetricRegistry.Find("auc")!, diagnostics);

    private static IReadOnlyList<TrialRows> Make(TuningInput input) =>
        Maker(input, []).Make(TestContext.Current.CancellationToken).ShouldNotBeNull();

    private static IEnumerable<string> Held(TuningInput input, TrialRows rows) => Days(input, rows, rows.Fitted.Split.Test);

    private static IEnumerable<string> Learned(TuningInput input, TrialRows rows) =>
        Days(input, rows, [.. rows.Fitted.Split.Train.Concat(rows.Fitted.Split.Validation)]);

    private static IEnumerable<string> Days(TuningInput input, TrialRows rows) => Days(input, rows, [.. Enumerable.Range(0, rows.Fitted.Features.Rows)]);

    private static IEnumerable<string> Days(TuningInput input, TrialRows rows, int[] places) =>
        DaysOf(input, Array.ConvertAll(places, place => rows.Rows[place]));

    private static IEnumerable<string> DaysOf(TuningInput input, int[] rows) => rows.Select(row => input.Table!.Find("day")!.Text(row)!);

    private static IEnumerable<string> Sites(TuningInput input, IEnumerable<string> days)
    {
        var (day, site) = (input.Table!.Find("day")!, input.Table.Find("site")!);
        var known = Enumerable.Range(0, 150).ToDictionary(row => day.Text(row)!, row => site.Text(row)!);
        return days.Select(value => known[value]).Distinct();
    }
}

using MlOps.Build.Engine.Evaluation.Backtests;

namespace MlOps.Build.Engine.Tests.Evaluation.Backtests;

public sealed class FoldTests
{
    [Theory]
    [InlineData("split: stratified\n")]
    [InlineData("split: random\n")]
    [InlineData("split: { by: group, column: site }\n")]
    public void Each_row_is_held_out_once_a_repeat_and_test_rows_take_no_part(string split)
    {
        var input = Input(split);
        var folds = All(input);
        folds.Count.ShouldBe(6);
        foreach (var repeat in folds.Chunk(3))
            repeat.SelectMany(fold => fold.Held).Order().ShouldBe(Enumerable.Range(0, input.Rows.Length));
        foreach (var fold in folds)
            fold.Train.Concat(fold.Validation).Concat(fold.Held).Order().ShouldBe(Enumerable.Range(0, input.Rows.Length));
        input.Rows.Intersect(input.Split.Test).ShouldBeEmpty();
        folds[0].Held.ShouldNotBe(folds[3].Held);
    }

    [Fact]
    public void Stratified_folds_have_the_same_classes_to_one_row()
    {
        var input = Input("split: stratified\n");
        foreach (var repeat in All(input).Chunk(3))
        {
            var positives = repeat.Select(fold => fold.Held.Count(place => input.Label.Values[input.Rows[place]] == 1)).ToList();
            (positives.Max() - positives.Min()).ShouldBeLessThanOrEqualTo(1);
            (repeat.Max(fold => fold.Held.Length) - repeat.Min(fold => fold.Held.Length)).ShouldBeLessThanOrEqualTo(1);
        }

        All(input).ShouldAllBe(fold => fold.Validation.Length >= 15 && fold.Validation.Length <= 25);
    }

    [Fact]
    public void Groups_and_equal_rows_are_never_divided()
    {
        var input = Input("split: { by: group, column: site }\n");
        var site = input.Table.Find("site")!;
        Divided(All(input), place => site.Text(input.Rows[place])!).ShouldBeFalse();

        var twice = BacktestSamples.Daily(80);
        var equal = BacktestSamples.Input(twice + twice[(twice.IndexOf('\n') + 1)..], "split: random\nevaluation: { backtest: { folds: 3, repeats: 2 } }");
        var day = equal.Table.Find("day")!;
        Divided(All(equal), place => day.Text(equal.Rows[place])!).ShouldBeFalse();
    }

    [Fact]
    public void More_folds_than_groups_are_refused()
    {
        var input = BacktestSamples.Input(
            BacktestSamples.Daily(150), "split: { by: group, column: site }\nevaluation: { backtest: { folds: 20 } }");
        MlOps.Build.Contracts.DiagnosticBag diagnostics = [];
        new Folds(input, input.Config.Evaluation.Backtest!).All(diagnostics).ShouldBeNull();
        diagnostics.Single().Code.ShouldBe("MLOPS4132");
    }

    private static BacktestInput Input(string split) => BacktestSamples.Input(
        BacktestSamples.Daily(150), split + "evaluation: { backtest: { folds: 3, repeats: 2 } }");

    private static IReadOnlyList<BacktestRows> All(BacktestInput input) =>
        new Folds(input, input.Config.Evaluation.Backtest!).All([]).ShouldNotBeNull();

    private static bool Divided(IReadOnlyList<BacktestRows> folds, Func<int, string> unit) =>
        folds.Any(fold => fold.Held.Select(unit).Intersect(fold.Train.Concat(fold.Validation).Select(unit)).Any()
            || fold.Train.Select(unit).Intersect(fold.Validation.Select(unit)).Any());
}

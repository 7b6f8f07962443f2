using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Evaluation.Bootstrap;

public sealed class SciPyBootstrapTests
{
    private static readonly SciPyBootstrap SciPy = SciPyBootstrap.Read();

    [Fact]
    public void Percentile_intervals_are_scipys_on_the_same_resamples()
    {
        foreach (var expected in SciPy.Cases)
        {
            Percentile(expected, "mae").ShouldBe(expected.MaePercentile, 1e-12);
            Percentile(expected, "rmse").ShouldBe(expected.RmsePercentile, 1e-12);
        }
    }

    [Fact]
    public void Bca_intervals_are_scipys_on_the_same_resamples()
    {
        foreach (var expected in SciPy.Cases)
        {
            Bca(expected, "mae").ShouldBe(expected.MaeBca, 1e-10);
            Bca(expected, "rmse").ShouldBe(expected.RmseBca, 1e-10);
        }
    }

    [Fact]
    public void Block_lengths_are_those_of_the_papers_formulas()
    {
        foreach (var series in SciPy.Blocks)
            BlockLength.Of(series.Values).ShouldBe(series.Block);
    }

    [Fact]
    public void Few_pieces_are_read_farther_out_as_students_t_asks_for()
    {
        foreach (var item in SciPy.Expanded)
            SmallSample.Expanded(item.Confidence, item.Pieces).ShouldBe(item.Read, 1e-9, $"{item}");
    }

    [Fact]
    public void Blocks_of_rows_in_time_are_twice_as_long_but_a_third_of_the_rows_at_most()
    {
        var series = SciPy.Blocks[2];
        var rows = new ScoredRows(
            MlOps.Build.Contracts.LearningTask.Regression, 0, Array.ConvertAll(series.Values, value => (float)value), new float[series.Values.Length], 0.5);
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        BlockLength.Of(rows, order).ShouldBe(Math.Min(2 * Math.Max(series.Block, BlockLength.Of(rows.SquaredError)), rows.Count / 3));
        BlockLength.Of(rows.Take(order[..60]), order[..60]).ShouldBeInRange(8, 20);
        BlockLength.Of(rows.Take(order[..2]), order[..2]).ShouldBe(1);
    }

    [Fact]
    public void A_series_too_short_or_without_change_has_blocks_of_one_row()
    {
        BlockLength.Of([]).ShouldBe(1);
        BlockLength.Of([1, 2, 3]).ShouldBe(1);
        BlockLength.Of(new double[100]).ShouldBe(1);
    }

    private static double[] Percentile(SciPyBootstrap.Case expected, string metric)
    {
        var interval = BootstrapInterval.Percentile(Draws(expected, metric)[0, 0], 0.95).ShouldNotBeNull();
        return [interval.Low, interval.High];
    }

    private static double[] Bca(SciPyBootstrap.Case expected, string metric)
    {
        var rows = expected.ToRows();
        var definition = MetricRegistry.Find(metric).ShouldNotBeNull();
        var units = JackknifeUnits.Of(rows, new RowSampling(), new SeededRandom(1));
        var left = BootstrapDraws.LeaveOut(units, [rows], [definition], 1, default);
        var value = definition.Compute(new MetricSample(rows)).Value;
        var interval = BootstrapInterval.Bca(Draws(expected, metric)[0, 0], value, Acceleration.Of(left[0, 0], units.Strata), 0.95).ShouldNotBeNull();
        return [interval.Low, interval.High];
    }

    private static BootstrapDraws Draws(SciPyBootstrap.Case expected, string metric) => BootstrapDraws.Run(
        [expected.ToRows()], [MetricRegistry.Find(metric).ShouldNotBeNull()], expected.Indices.Length, 2, expected.Draw, default);
}

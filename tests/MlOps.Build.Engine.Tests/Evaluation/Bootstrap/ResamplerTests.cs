using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Evaluation.Slices;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Evaluation.Bootstrap;

public sealed class ResamplerTests
{
    [Fact]
    public void Groups_are_drawn_whole()
    {
        int[] groups = [3, 1, 3, 2, 1, 3, 7, 2];
        var resampler = new GroupResampler(new RowGroups(groups));
        var counts = new int[groups.Length];
        for (var stream = 0; stream < 50; stream++)
        {
            resampler.Draw(new SeededRandom(5, stream), counts);
            var perGroup = counts.Zip(groups).GroupBy(row => row.Second, row => row.First).ToList();
            perGroup.ShouldAllBe(own => own.Distinct().Count() == 1);
            perGroup.Sum(own => own.First()).ShouldBe(4);
        }
    }

    [Fact]
    public void Blocks_are_runs_of_neighbours_in_time()
    {
        int[] order = [4, 2, 0, 1, 3, 5, 9, 8, 7, 6];
        var resampler = new BlockResampler(order, 5);
        var counts = new int[order.Length];
        for (var stream = 0; stream < 50; stream++)
        {
            resampler.Draw(new SeededRandom(5, stream), counts);
            counts.Sum().ShouldBe(10);

            // Two runs on a circle: the counts rise and fall at most twice around it.
            var rises = Enumerable.Range(0, 10).Count(place => counts[order[(place + 1) % 10]] > counts[order[place]]);
            rises.ShouldBeLessThanOrEqualTo(2);
            counts.Max().ShouldBeLessThanOrEqualTo(2);
        }
    }

    [Fact]
    public void Every_row_is_drawn_equally_often_in_blocks_that_do_not_divide_the_rows()
    {
        var resampler = new BlockResampler([.. Enumerable.Range(0, 7)], 3);
        var (counts, sums) = (new int[7], new int[7]);
        for (var stream = 0; stream < 7000; stream++)
        {
            resampler.Draw(new SeededRandom(2, stream), counts);
            for (var row = 0; row < 7; row++)
                sums[row] += counts[row];
        }

        sums.ShouldAllBe(sum => sum > 6700 && sum < 7300);
    }

    [Fact]
    public void A_slice_keeps_groups_and_order_of_its_own_rows()
    {
        var groups = new RowSampling { Method = Resampling.Groups, Groups = [9, 9, 4, 4, 5] }.Take([1, 3, 4]);
        groups.Groups.ShouldBe([9, 4, 5]);
        var blocks = new RowSampling { Method = Resampling.Blocks, Order = [4, 3, 2, 1, 0], Block = 5 }.Take([0, 2, 4]);
        blocks.Order.ShouldBe([2, 1, 0]);
        blocks.Block.ShouldBe(3);
    }

    [Theory]
    [InlineData(Resampling.AllRows, IntervalMethod.Percentile)]
    [InlineData(Resampling.WithinClasses, IntervalMethod.Bca)]
    [InlineData(Resampling.Groups, IntervalMethod.Bca)]
    [InlineData(Resampling.Blocks, IntervalMethod.Bca)]
    internal void Threads_change_no_bit(Resampling method, IntervalMethod interval)
    {
        var (labels, scores) = Samples.Noisy(900, 0.5, 3);
        var request = Samples.Request(labels, scores) with
        {
            Config = new EvaluationConfig { Resamples = 120, Interval = interval },
            Sampling = Sampling(method, 900),
            Slices = [new SliceColumn("half", [.. Enumerable.Range(0, 900).Select(row => row % 2 == 0 ? "even" : "odd")])],
            Threads = 1,
        };
        var one = Samples.Evaluate(request);
        var three = Samples.Evaluate(request with { Threads = 3 });
        three.Metrics.ShouldBe(one.Metrics);
        three.Slices.SelectMany(slice => slice.Metrics).ShouldBe(one.Slices.SelectMany(slice => slice.Metrics));
        Samples.Evaluate(request with { Seed = 8 }).Metrics.ShouldNotBe(one.Metrics);
    }

    [Fact]
    public void Repeated_rows_of_a_group_widen_the_interval()
    {
        var (labels, scores) = Samples.Noisy(100, 0.5, 3);
        var request = Samples.Request(Repeat(labels), Repeat(scores)) with { Config = new EvaluationConfig { Resamples = 1000 } };
        var rows = Width(request, "brier");
        var groups = Width(request with { Sampling = Sampling(Resampling.Groups, 900) }, "brier");

        // Nine copies of each row tell no more than one: the width is that of 100 rows, three times that of 900.
        (groups / rows).ShouldBe(3, 0.35);
    }

    [Fact]
    public void One_group_has_no_interval()
    {
        var (labels, scores) = Samples.Noisy(60, 0.5, 3);
        var summary = Samples.Evaluate(Samples.Request(labels, scores) with
        {
            Sampling = new RowSampling { Method = Resampling.Groups, Column = "Site", Groups = new int[60] },
        });
        var metric = summary.Metrics.Metric("brier");
        (metric.Low, metric.High).ShouldBe((null, null));
        metric.Reason.ShouldBe("no interval: one group cannot be resampled");
        summary.Resampling.ShouldBe(new ResamplingSummary { By = "group", Column = "Site", Groups = 1, Interval = "percentile" });
    }

    private static double Width(EvaluationRequest request, string name)
    {
        var metric = Samples.Evaluate(request).Metrics.Metric(name);
        return metric.High!.Value - metric.Low!.Value;
    }

    private static float[] Repeat(float[] values) => [.. values.SelectMany(value => Enumerable.Repeat(value, 9))];

    private static RowSampling Sampling(Resampling method, int rows) => new()
    {
        Method = method,
        Groups = method == Resampling.Groups ? [.. Enumerable.Range(0, rows).Select(row => row / 9)] : [],
        Order = method == Resampling.Blocks ? [.. Enumerable.Range(0, rows).Reverse()] : [],
    };
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Champions;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Evaluation.Champions;

/// <summary>
/// How often the tests call two equally good models different, at 5 %. Bounds are five standard deviations of the count above the nominal
/// level; McNemar's mid-p may stay below it, for the numbers of rows are whole.
/// </summary>
public sealed class FalseAlarmTests
{
    private const int Trials = 2000;

    [Theory]
    [InlineData(20, 0.02)]
    [InlineData(100, 0.03)]
    [InlineData(1000, 0.035)]
    public void McNemars_mid_p_keeps_the_level(int changed, double atLeast)
    {
        var random = new SeededRandom(11);
        var alarms = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var worse = Enumerable.Range(0, changed).Count(_ => random.NextDouble() < 0.5);
            alarms += McNemar.Of(worse, changed - worse).PValue < 0.05 ? 1 : 0;
        }

        ((double)alarms / Trials).ShouldBeInRange(atLeast, 0.05 + (5 * Math.Sqrt(0.05 * 0.95 / Trials)));
    }

    /// <summary>Loss differences with an autocorrelation of 0.3, which a test of independent rows would call different too often.</summary>
    [Fact]
    public void Diebold_and_Marianos_test_keeps_the_level_for_errors_that_follow_each_other()
    {
        var random = new SeededRandom(12);
        var alarms = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var differences = new double[200];
            for (var i = 0; i < differences.Length; i++)
                differences[i] = Normal(random) + (i > 0 ? 0.3 * differences[i - 1] : 0);
            alarms += DieboldMariano.Of(differences).PValue < 0.05 ? 1 : 0;
        }

        ((double)alarms / Trials).ShouldBeInRange(0.03, 0.09);
    }

    /// <summary>Two models with noise of their own around the same truth: the paired interval of the difference leaves out 0 in one of twenty.</summary>
    [Fact]
    public void The_paired_interval_of_the_difference_keeps_the_level()
    {
        const int trials = 300;
        var random = new SeededRandom(13);
        var alarms = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            var labels = new float[200];
            var (own, other) = (new float[200], new float[200]);
            for (var i = 0; i < labels.Length; i++)
            {
                labels[i] = random.Next(2);
                own[i] = Score(labels[i], random);
                other[i] = Score(labels[i], random);
            }

            var evaluation = Samples.Evaluate(Samples.Request(labels, own) with { Champion = Champion(other) });
            var difference = evaluation.References[^1].Differences.Metric("auc");
            alarms += difference.Low > 0 || difference.High < 0 ? 1 : 0;
        }

        ((double)alarms / trials).ShouldBeInRange(0.01, 0.05 + (5 * Math.Sqrt(0.05 * 0.95 / trials)));
    }

    private static ChampionEntry Champion(float[] positive) =>
        new() { Identity = new ChampionComparison { Package = "P" }, Scores = Samples.TwoColumns(positive), Threshold = 0.5 };

    private static float Score(float label, SeededRandom random) => (float)((random.NextDouble() + random.NextDouble() + (0.5 * label)) / 2.5);

    private static double Normal(SeededRandom random) => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
}

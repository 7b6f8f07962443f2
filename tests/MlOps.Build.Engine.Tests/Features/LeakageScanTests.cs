using System.Globalization;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Features;

public sealed class LeakageScanTests
{
    private const string Binary = "task: binary\nlabel: { column: y, positive: [1] }\n";
    private const string Regression = "task: regression\nlabel: y\n";

    [Theory]
    [InlineData("{1}")]
    [InlineData("{1} of 1")]
    [InlineData("{2}")]
    public void A_column_that_is_the_label_in_disguise_stops_the_build(string pattern)
    {
        var made = new FeatureCase(Rows(pattern, 400, i => i % 3 == 0 ? 1 : 0), Binary + "features: [leak, x]");
        made.Pipeline.ShouldBeNull();
        made.Findings.Single().ShouldStartWith("c.yaml(3,12): error MLOPS2006: 'leak' alone predicts 'y' with an AUC of 1.0000 on the training rows, over 0.98.");
    }

    [Theory]
    [InlineData("{1}")]
    [InlineData("{2}")]
    public void A_copy_of_a_number_stops_the_build_even_when_its_tail_is_heavy(string pattern)
    {
        var random = new SeededRandom(3);
        var values = Enumerable.Range(0, 600).Select(_ => Math.Round(1 / (1 - random.NextDouble()), 6)).ToArray();
        var made = new FeatureCase(Rows(pattern, 600, i => values[i]), Regression);
        made.Pipeline.ShouldBeNull();
        made.Findings.Single().ShouldContain("'leak' alone predicts 'y' with an R² of");
    }

    [Fact]
    public void An_allowed_column_is_reported_and_does_not_stop()
    {
        var made = new FeatureCase(Rows("{1}", 400, i => i % 3 == 0 ? 1 : 0), Binary + "allow_leakage: [leak]");
        made.Diagnostics.ShouldBeEmpty();
        made.Fitted.Summary.Leakage.Select(score => score.Column).ShouldBe(["leak", "x"]);
        made.Fitted.Summary.Leakage[0].Value.ShouldBe(1);
        made.Fitted.Summary.Leakage[0].Measure.ShouldBe("auc");
    }

    [Fact]
    public void An_identifier_and_noise_score_a_half()
    {
        var random = new SeededRandom(5);
        var made = new FeatureCase(Rows("k{0}", 2000, i => random.Next(2)), Binary + "features: [leak, x]");
        made.Fitted.Summary.Leakage.ShouldAllBe(score => Math.Abs(score.Value - 0.5) < 0.05);
    }

    [Fact]
    public void A_strong_but_noisy_number_does_not_stop_a_regression()
    {
        var random = new SeededRandom(9);
        var noise = Enumerable.Range(0, 800).Select(_ => random.NextDouble() - 0.5).ToArray();
        var made = new FeatureCase(Rows("{0}", 800, i => i + (900 * noise[i])), Regression + "features: [leak, x]");
        var score = made.Fitted.Summary.Leakage[0];
        (score.Column, score.Measure).ShouldBe(("leak", "r2"));

        // Variance of the index over that of index plus noise: both uniform, 800²/12 and 900²/12.
        score.Value.ShouldBe(640_000.0 / (640_000 + 810_000), 0.08);
    }

    [Fact]
    public void One_class_told_apart_is_not_the_whole_label()
    {
        var rows = "leak,x,y\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"{(i % 3 == 0 ? "a" : "other")},{i % 7},{"abc"[i % 3]}\n"));
        new FeatureCase(rows, "task: multiclass\nlabel: y").Fitted.Summary.Leakage[0].Value.ShouldBeLessThan(0.9);
    }

    // {0} the row, {1} the label, {2} a linear function of the label.
    private static string Rows(string leak, int count, Func<int, double> label) =>
        "leak,x,y\n" + string.Concat(Enumerable.Range(0, count).Select(i => string.Format(
            CultureInfo.InvariantCulture, leak + ",{3},{1}\n", i, label(i), (label(i) * 3.7) - 11, (i * 7919) % 13)));
}

using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Tests.Numerics;

namespace MlOps.Build.Engine.Tests.Splitting;

/// <summary>Distributions of the label in two parts against SciPy; see <c>Expected/make_labels.py</c>.</summary>
public sealed class LabelComparerTests
{
    private static readonly JsonElement Expected = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Splitting", "Expected", "labels.json"))).RootElement;

    [Fact]
    public void Classes_are_compared_as_scipys_chi2_contingency_does()
    {
        foreach (var item in Expected.GetProperty("classes").EnumerateArray())
        {
            var (train, other) = (Repeated(item.GetProperty("train")), Repeated(item.GetProperty("other")));
            var comparison = Compare(train, other, item.GetProperty("train").GetArrayLength());
            (comparison.Part, comparison.Test).ShouldBe((SplitPart.Test, LabelComparison.ChiSquare));
            Check(item, comparison);
        }
    }

    [Fact]
    public void Numbers_are_compared_as_scipys_ks_2samp_does()
    {
        foreach (var item in Expected.GetProperty("numbers").EnumerateArray())
        {
            var comparison = Compare(Floats(item.GetProperty("train")), Floats(item.GetProperty("other")), 0);
            comparison.Test.ShouldBe(LabelComparison.KolmogorovSmirnov);
            comparison.Effect.ShouldBe(comparison.Statistic);
            Check(item, comparison);
        }
    }

    [Fact]
    public void Kolmogorovs_distribution_is_that_of_scipy()
    {
        foreach (var row in Expected.GetProperty("kolmogorov").EnumerateArray())
            ExpectedTails.ShouldBeClose(Kolmogorov.Upper(row[0].GetDouble()), row[1].GetDouble(), $"kolmogorov({row[0]})");
    }

    [Fact]
    public void A_part_of_one_class_in_both_and_an_empty_part_are_not_compared()
    {
        LabelComparer.Compare(new Label { Values = [0, 0, 0, 0], Classes = ["a", "b"] }, Parts([0, 1], [2, 3])).ShouldBeEmpty();
        LabelComparer.Compare(new Label { Values = [0, 1], Classes = ["a", "b"] }, Parts([0, 1], [])).ShouldBeEmpty();
    }

    [Fact]
    public void A_label_that_changes_over_time_is_told()
    {
        var text = new StringBuilder("day,y\n");
        for (var i = 0; i < 300; i++)
            text.Append(new DateOnly(2020, 1, 1).AddDays(i).ToString("yyyy-MM-dd")).Append(i % (i < 250 ? 5 : 2) == 0 ? ",yes\n" : ",no\n");
        var table = Tables.Csv(text.ToString());
        var config = Tables.Config("task: binary\nlabel: { column: y, positive: [yes] }\nsplit: { by: time, column: day }");
        DiagnosticBag diagnostics = [];
        var label = LabelBuilder.Build(table, config, diagnostics).ShouldNotBeNull();
        Splitter.Split(table, Tables.Schema(table), config, label, diagnostics).ShouldNotBeNull();
        // scipy.stats.contingency.association([[168, 42], [23, 22]], method="cramer") is 0.2540
        diagnostics.Single().ToString().ShouldStartWith(
            "c.yaml(3,8): info MLOPS2038: 'y' is distributed otherwise in test than in train: Cramér's V 0.254, ");
    }

    private static void Check(JsonElement item, LabelComparison comparison)
    {
        ExpectedTails.ShouldBeClose(comparison.Statistic, item.GetProperty("statistic").GetDouble(), "statistic");
        ExpectedTails.ShouldBeClose(comparison.PValue, item.GetProperty("p").GetDouble(), "p");
        if (item.TryGetProperty("effect", out var effect))
            ExpectedTails.ShouldBeClose(comparison.Effect, effect.GetDouble(), "effect");
    }

    private static LabelComparison Compare(float[] train, float[] other, int classes)
    {
        var label = new Label { Values = [.. train, .. other], Classes = [.. Enumerable.Range(0, classes).Select(k => $"c{k}")] };
        int[] first = [.. Enumerable.Range(0, train.Length)];
        return LabelComparer.Compare(label, Parts(first, [.. Enumerable.Range(train.Length, other.Length)])).ShouldHaveSingleItem();
    }

    private static SplitParts Parts(int[] train, int[] test)
    {
        var parts = new SplitParts();
        parts.Add(SplitPart.Train, train);
        parts.Add(SplitPart.Test, test);
        return parts;
    }

    private static float[] Repeated(JsonElement counts) =>
        [.. counts.EnumerateArray().SelectMany((count, k) => Enumerable.Repeat((float)k, count.GetInt32()))];

    private static float[] Floats(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetSingle())];
}

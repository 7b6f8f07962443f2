using System.Text.Json;

namespace MlOps.Build.Inference.Tests.Packages;

/// <summary>
/// Against Expected/Explanations/shapley.json: Shapley values by their definition, from shapley.py, in exact arithmetic. The models answer
/// in float32, hence the tolerance of 1e-5.
/// </summary>
public sealed class ExplanationTests
{
    private const double Tolerance = 1e-5;

    private static readonly List<Case> Cases = JsonSerializer.Deserialize<List<Case>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Expected", "Explanations", "shapley.json")), JsonSerializerOptions.Web)!;

    [Fact]
    public void A_small_model_is_explained_exactly()
    {
        foreach (var expected in Cases.Where(expected => expected.Name == "small"))
        {
            var explanation = Explain(Small, expected);

            explanation.Exact.ShouldBeTrue();
            explanation.Output.ShouldBe(expected.Output, Tolerance);
            explanation.Base.ShouldBe(expected.Base, Tolerance);
            for (var i = 0; i < expected.Values.Length; i++)
                explanation.Contributions[i].Value.ShouldBe(expected.Values[i], Tolerance);
        }
    }

    [Fact]
    public void With_many_columns_pairs_are_exact_and_what_three_do_together_is_near()
    {
        var expected = Cases.Single(expected => expected.Name == "wide");
        var explanation = Explain(Wide, expected);

        explanation.Exact.ShouldBeFalse();
        explanation.Base.ShouldBe(expected.Base, Tolerance);
        for (var i = 0; i < expected.Values.Length; i++)
            explanation.Contributions[i].Value.ShouldBe(expected.Values[i], i is 0 or 3 or 7 ? 0.15 : Tolerance, $"column {i}");
    }

    [Fact]
    public void Contributions_add_up_to_the_output_minus_the_base()
    {
        foreach (var expected in Cases)
        {
            var explanation = Explain(expected.Name == "small" ? Small : Wide, expected);
            (explanation.Base + explanation.Contributions.Sum(contribution => contribution.Value)).ShouldBe(explanation.Output, 1e-6);
        }
    }

    [Fact]
    public void A_column_that_the_model_ignores_contributes_nothing()
    {
        var contribution = Explain(Small, Cases[0]).Contributions[^1];

        contribution.Column.ShouldBe("noise");
        contribution.Value.ShouldBe(0);
    }

    [Fact]
    public void The_same_row_has_the_same_explanation() =>
        Explain(Wide, Cases[2]).Contributions.ShouldBe(Explain(Wide, Cases[2]).Contributions);

    [Fact]
    public void Without_golden_rows_there_is_no_explanation() =>
        Should.Throw<InferenceException>(() => FunctionParts.Open(Small, 4, []).Explain(FunctionParts.Row([1, 2, 3, 4]), 0))
            .Message.ShouldContain("golden rows");

    private static PredictionExplanation Explain(Func<double[], double> model, Case expected) =>
        FunctionParts.Open(model, expected.Row.Length, expected.Background).Explain(FunctionParts.Row(expected.Row), 0);

    private static double Small(double[] x) => (x[0] * x[1]) + Math.Max(x[2], 0) - (0.5 * x[0] * x[2]) + (2 * x[3] * (x[1] > 1 ? 1 : 0));

    private static double Wide(double[] x)
    {
        var sum = x[0] * x[3] * x[7] / 2;
        for (var i = 0; i < 6; i++)
            sum += x[2 * i] * x[(2 * i) + 1];
        for (var i = 0; i < x.Length; i++)
            sum += (i + 1) * x[i] / 4;
        return sum;
    }

    private sealed record Case(string Name, double[] Row, double[][] Background, double Output, double Base, double[] Values);
}

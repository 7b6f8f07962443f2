using System.Text.Json;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

/// <summary>Statistical expectations that Great Expectations had up to 0.18, against SciPy (Expected/make_tests.py).</summary>
public sealed class StatisticalTestTests
{
    // A resampled share of 1,000 rounds against one of 20,000: four standard errors.
    private const double Resampled = 4 * 0.0158;

    public static TheoryData<string> Cases()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Judging.File("tests.json")));
        return [.. json.RootElement.EnumerateArray().Select(item => item.GetRawText())];
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_comes_to_what_SciPy_comes_to(string text)
    {
        using var json = JsonDocument.Parse(text);
        var (item, type) = (json.RootElement, json.RootElement.GetProperty("type").GetString()!);
        var csv = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", item.GetProperty("file").GetString()!));

        var result = Judging.Judge(csv, type, item.GetProperty("kwargs").GetRawText());

        result.Outcome.Fault.ShouldBeNull();
        var expected = item.GetProperty("observed").GetDouble();
        var tolerance = type.Contains("bootstrapped", StringComparison.Ordinal) ? Resampled : (1e-9 * expected) + 1e-14;
        result.Outcome.Observed!.GetValue<double>().ShouldBe(expected, tolerance, text);
        result.Outcome.Success.ShouldBe(item.GetProperty("success").GetBoolean());
    }

    [Fact]
    public void A_bootstrap_is_the_same_in_every_run_and_division()
    {
        const string kwargs = """{"column": "n", "partition_object": {"bins": [0, 10, 20], "weights": [0.5, 0.5]}}""";
        var table = Judging.Table("n,x\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{i * 37 % 21},x\n")));
        var suite = Judging.One("expect_column_bootstrapped_ks_test_p_value_to_be_greater_than", kwargs);
        var whole = Judging.Json(Judging.Judge(new TableBatches(table), suite)).GetRawText();
        Judging.Json(Judging.Judge(new ScatteredBatches(table, 64, 3), suite)).GetRawText().ShouldBe(whole);
        Flat(whole).ShouldContain("\"bootstrap_samples\":1000,\"bootstrap_sample_size\":4");
    }

    [Fact]
    public void A_cross_table_does_not_depend_on_batches()
    {
        var table = Judging.Table("a,b\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{(i % 7 == 0 ? "" : "v" + (i % 3))},{i * 37 % 21}\n")));
        var suite = Judging.One("expect_column_pair_cramers_phi_value_to_be_less_than", """{"column_A": "a", "column_B": "b", "n_bins_B": 3}""");
        var whole = Judging.Json(Judging.Judge(new TableBatches(table), suite)).GetRawText();
        Judging.Json(Judging.Judge(new ScatteredBatches(table, 64, 3), suite)).GetRawText().ShouldBe(whole);
        Flat(whole).ShouldContain("\"index\":[\"v0\",\"v1\",\"v2\",\"(missing)\"]");
    }

    [Theory]
    [InlineData("expect_column_chisquare_test_p_value_to_be_greater_than", """{"column": "a", "partition_object": {"bins": [0, 1], "weights": [1]}}""", "has bins; this test wants 'values'")]
    [InlineData("expect_column_chisquare_test_p_value_to_be_greater_than", """{"column": "a", "partition_object": {"values": ["x"], "weights": [0.5]}}""", "do not add up to 1")]
    [InlineData("expect_column_bootstrapped_ks_test_p_value_to_be_greater_than", """{"column": "n", "partition_object": {"values": ["x"], "weights": [1]}}""", "has no 'bins'")]
    [InlineData("expect_column_bootstrapped_ks_test_p_value_to_be_greater_than", """{"column": "n", "partition_object": {"bins": [0, 1], "weights": [0.5], "tail_weights": [0.2, 0.3]}}""", "has tail weights")]
    [InlineData("expect_column_bootstrapped_ks_test_p_value_to_be_greater_than", """{"column": "n", "partition_object": {"bins": [0, 1], "weights": [1]}, "bootstrap_samples": 0}""", "'bootstrap_samples' is 0")]
    [InlineData("expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than", """{"column": "n", "distribution": "normal"}""", "'distribution' is 'normal'; expected one of norm,")]
    [InlineData("expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than", """{"column": "n", "distribution": "gamma"}""", "no list or object with numbers for alpha, loc, scale")]
    [InlineData("expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than", """{"column": "n", "distribution": "norm", "params": [0, 0]}""", "std_dev must be above 0")]
    [InlineData("expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than", """{"column": "n", "distribution": "norm", "params": [0, 1, 2]}""", "'params' has 3 numbers")]
    [InlineData("expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than", """{"column": "a", "distribution": "norm"}""", "is string; the test needs numbers")]
    [InlineData("expect_column_pair_cramers_phi_value_to_be_less_than", """{"column_A": "a", "column_B": "one"}""", "only one value")]
    [InlineData("expect_column_pair_cramers_phi_value_to_be_less_than", """{"column_A": "a", "column_B": "n", "bins_A": [1, 2]}""", "'bins_A' is no list of lists of values")]
    [InlineData("expect_column_pair_cramers_phi_value_to_be_less_than", """{"column_A": "a", "column_B": "n", "bins_B": ["x"]}""", "'bins_B' is no list of two or more edges")]
    public void What_cannot_be_tested_says_why(string type, string kwargs, string fault) =>
        Judging.Judge("a,n,one\nx,1,z\ny,2,z\n", type, kwargs).Outcome.Fault.ShouldNotBeNull().ShouldContain(fault);

    [Fact]
    public void A_column_without_values_is_not_as_expected()
    {
        const string csv = "n,m\n1,\n2,\n";
        var schema = Reading.Of(csv, "columns: [{name: n, type: int64}, {name: m, type: float64}]").Table!;
        var suite = Judging.One("expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than", """{"column": "m", "distribution": "norm"}""");
        var outcome = Judging.Judge(new TableBatches(schema), suite).Results[0].Outcome;
        (outcome.Success, outcome.HasObserved, outcome.Observed, outcome.Fault).ShouldBe((false, true, null, null));
    }

    private static string Flat(string json) => string.Concat(json.Where(sign => !char.IsWhiteSpace(sign)));
}

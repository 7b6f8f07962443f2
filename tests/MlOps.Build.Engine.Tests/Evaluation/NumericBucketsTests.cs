using MlOps.Build.Engine.Evaluation.Slices;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class NumericBucketsTests
{
    private static readonly double[] Numbers = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4];

    // numpy.quantile(numbers, [i / k for i in range(1, k)], method="inverted_cdf"), NumPy 1.24.2
    [Theory]
    [InlineData(2, new[] { 4.0 })]
    [InlineData(3, new[] { 3.0, 6 })]
    [InlineData(4, new[] { 3.0, 4, 7 })]
    [InlineData(5, new[] { 2.0, 3, 5, 8 })]
    public void Edges_are_the_quantiles_of_numpy(int buckets, double[] expected) =>
        NumericBuckets.Learn(Numbers, buckets).Edges.ShouldBe(expected);

    [Fact]
    public void Equal_edges_make_one_and_no_bucket_is_empty()
    {
        NumericBuckets.Learn([0, 0, 0, 0, 0, 0, 0, 1, 2, 3], 4).Labels.ShouldBe(["< 1", ">= 1"]);
        NumericBuckets.Learn([7, 7, double.NaN], 4).Labels.ShouldBe(["any"]);
        NumericBuckets.Learn([], 4).IndexOf(3).ShouldBe(0);
    }

    [Fact]
    public void A_number_at_an_edge_is_in_the_upper_bucket_and_nan_in_none()
    {
        var buckets = NumericBuckets.At([0.1f, 20, 12345678]);
        buckets.Labels.ShouldBe(["< 0.1", "[0.1, 20)", "[20, 12345678)", ">= 12345678"]);
        new[] { -1, 0.1f, 19.9, 20, 1e9, double.NaN }.Select(buckets.IndexOf).ShouldBe([0, 1, 1, 2, 3, -1]);
    }
}

using MlOps.Build.Engine.Evaluation.Significance;

namespace MlOps.Build.Engine.Tests.Evaluation.Significance;

public sealed class DeLongTests
{
    [Fact]
    public void Comparisons_are_those_of_all_pairs()
    {
        foreach (var expected in DeLongCase.All)
        {
            var found = DeLong.Compare(expected.Labels, expected.First, expected.Second).ShouldNotBeNull();
            found.First.ShouldBe(expected.AucFirst, 1e-14, expected.Kind);
            found.Second.ShouldBe(expected.AucSecond, 1e-14, expected.Kind);
            found.Covariance.ShouldBe(expected.Covariance, 1e-15, expected.Kind);
            found.StandardError.ShouldBe(expected.Error, 1e-13, expected.Kind);
            found.Low.ShouldBe(expected.Low, 1e-13, expected.Kind);
            found.High.ShouldBe(expected.High, 1e-13, expected.Kind);
            if (expected.PValue is { } p)
                found.PValue.ShouldBe(p, 1e-11 * p, expected.Kind);
            else
                found.PValue.ShouldBe(double.NaN, expected.Kind);
        }
    }

    [Fact]
    public void Standard_errors_of_one_model_are_those_of_all_pairs()
    {
        foreach (var expected in DeLongCase.All)
        {
            var found = DeLong.Estimate(expected.Labels, expected.First).ShouldNotBeNull();
            found.StandardError.ShouldBe(expected.ErrorFirst, 1e-14, expected.Kind);
            found.Low.ShouldBeInRange(0, found.Auc);
            found.High.ShouldBeInRange(found.Auc, 1);
        }
    }

    [Fact]
    public void Swapped_models_have_the_opposite_difference_and_the_same_p()
    {
        var pair = DeLongCase.All[0];
        var there = DeLong.Compare(pair.Labels, pair.First, pair.Second).ShouldNotBeNull();
        var back = DeLong.Compare(pair.Labels, pair.Second, pair.First).ShouldNotBeNull();
        back.Difference.ShouldBe(-there.Difference);
        back.PValue.ShouldBe(there.PValue);
        back.Low.ShouldBe(-there.High);
    }

    [Fact]
    public void One_row_of_a_class_has_no_variance()
    {
        DeLong.Estimate([1, 0, 0], [3, 2, 1]).ShouldBeNull();
        DeLong.Compare([1, 1, 0], [3, 2, 1], [1, 2, 3]).ShouldBeNull();
        DeLong.Estimate([], []).ShouldBeNull();
    }

    [Fact]
    public void Scores_of_another_length_are_a_bug() =>
        Should.Throw<ArgumentException>(() => DeLong.Estimate([1, 0], [1]));
}

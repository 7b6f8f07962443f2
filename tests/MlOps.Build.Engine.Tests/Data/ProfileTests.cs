using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Profiles;

namespace MlOps.Build.Engine.Tests.Data;

public sealed class ProfileTests
{
    [Fact]
    public void The_ten_most_frequent_values_come_first_and_ties_are_in_ordinal_order()
    {
        var values = Enumerable.Range(0, 13).SelectMany(i => Enumerable.Repeat($"v{i % 13:00}", i < 2 ? 5 : 2)).Reverse();
        Profile(values).Top.Select(value => $"{value.Value}:{value.Count}")
            .ShouldBe(["v00:5", "v01:5", "v02:2", "v03:2", "v04:2", "v05:2", "v06:2", "v07:2", "v08:2", "v09:2"]);
    }

    [Fact]
    public void Values_that_occur_once_are_listed_only_when_all_fit()
    {
        Profile(["b", "a", "a"]).Top.ShouldBe([new ValueCount("a", 2), new ValueCount("b", 1)]);
        Profile(Enumerable.Range(0, 11).Select(i => $"id{i}")).Top.ShouldBeEmpty();
    }

    [Fact]
    public void Dates_have_extremes_and_no_moments()
    {
        var profile = Profile(["2024-05-01", "1999-12-31", "", "2000-01-01"]);
        (profile.Minimum, profile.Maximum).ShouldBe(("1999-12-31", "2024-05-01"));
        (profile.Mean, profile.Missing, profile.Distinct).ShouldBe((null, 1, 3));
    }

    [Fact]
    public void A_large_mean_does_not_swallow_a_small_spread()
    {
        // NumAcc3 of NIST's Statistical Reference Datasets: mean 1000000.2 and standard deviation 0.1, certified exactly.
        var values = Enumerable.Range(0, 1001).Select(i => i == 0 ? "1000000.2" : i % 2 == 1 ? "1000000.1" : "1000000.3");
        var profile = Profile(values);
        profile.Mean!.Value.ShouldBe(1000000.2, 1e-9);
        profile.StandardDeviation!.Value.ShouldBe(0.1, 1e-9);
    }

    [Fact]
    public void A_column_without_values_and_one_with_a_single_number_have_no_spread()
    {
        Profile(["", ""]).ShouldSatisfyAllConditions(
            profile => profile.Distinct.ShouldBe(0),
            profile => profile.Mean.ShouldBeNull(),
            profile => profile.Top.ShouldBeEmpty());
        Profile(["5"]).StandardDeviation.ShouldBeNull();
        Profile(["5"]).Deciles.ShouldAllBe(decile => decile == 5);
    }

    [Fact]
    public void Numbers_near_the_limit_keep_a_finite_mean() => Profile(["1.7e308", "1.7e308"]).Mean!.Value.ShouldBe(1.7e308, 1e300);

    private static ColumnProfile Profile(IEnumerable<string> values) =>
        ColumnProfiler.Profile(Reading.Of("v,w\n" + string.Concat(values.Select(value => value + ",x\n"))).Column("v"), sensitive: false);
}

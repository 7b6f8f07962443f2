using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>What is drawn from a space, and what a grid of it holds.</summary>
public sealed class SearchSpaceTests
{
    private const int Draws = 4000;

    // Kolmogorov's distance between the draws and the even distribution, against its 0.1 % point 1.95 / sqrt(n).
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Draws_of_a_range_are_even_on_its_scale(bool logarithmic)
    {
        var dimension = new SearchDimension { Name = "a", Minimum = 0.001, Maximum = 10, Logarithmic = logarithmic };
        var values = Drawn([dimension]).Select(point => point["a"]).Order().ToList();
        values.ShouldAllBe(value => value >= 0.001 && value <= 10);
        var places = values.Select(value => logarithmic ? (Math.Log10(value) + 3) / 4 : (value - 0.001) / 9.999).ToList();
        var distance = places.Select((place, i) => Math.Max(Math.Abs(place - ((double)i / Draws)), Math.Abs(place - ((i + 1.0) / Draws)))).Max();
        distance.ShouldBeLessThan(1.95 / Math.Sqrt(Draws));
    }

    // Each whole number as often as the others, its ends included: the standard deviation of a count is sqrt(n p q).
    [Fact]
    public void Whole_numbers_and_choices_are_all_as_likely()
    {
        var counts = Drawn([new SearchDimension { Name = "a", Minimum = 1, Maximum = 8, Integer = true }]).CountBy(point => point["a"]).ToDictionary();
        counts.Keys.Order().ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        counts.Values.ShouldAllBe(count => Math.Abs(count - 500) < 4 * Math.Sqrt(Draws * 0.125 * 0.875));
        var words = Drawn([new SearchDimension { Name = "a", Choices = [3, 5] }]).CountBy(point => point["a"]).ToDictionary();
        words[3].ShouldBeInRange(1870, 2130);
        (words[3] + words[5]).ShouldBe(Draws);
    }

    [Fact]
    public void Values_have_six_digits_and_never_leave_the_range()
    {
        var dimension = new SearchDimension { Name = "a", Minimum = 0.12345678, Maximum = 0.12345679 };
        Drawn([dimension]).Select(point => point["a"]).ShouldAllBe(value => value >= dimension.Minimum && value <= dimension.Maximum);
        foreach (var point in Drawn([new SearchDimension { Name = "a", Minimum = 1e-7, Maximum = 12345.6, Logarithmic = true }]).Take(200))
            point["a"].ToString("G6", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(point["a"].ToString("R", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_condition_holds_or_the_setting_is_absent_whatever_stands_first()
    {
        SearchDimension[] dimensions =
        [
            new() { Name = "inner", Minimum = 0, Maximum = 1, When = new("outer", [1]) },
            new() { Name = "outer", Choices = [0, 1], When = new("top", [7, 8]) },
            new() { Name = "top", Choices = [7, 8, 9] },
        ];
        foreach (var point in Drawn(dimensions))
        {
            point.ContainsKey("outer").ShouldBe(point["top"] is 7 or 8);
            point.ContainsKey("inner").ShouldBe(point.GetValueOrDefault("outer") == 1);
        }

        var grid = new SearchSpace(dimensions).Grid().ToList();
        grid.Count.ShouldBe((2 * (1 + SearchDimension.DefaultPoints)) + 1);
    }

    [Fact]
    public void A_grid_has_both_ends_and_even_steps_on_the_scale()
    {
        var space = new SearchSpace(
        [
            new() { Name = "a", Minimum = 0.001, Maximum = 10, Logarithmic = true },
            new() { Name = "b", Minimum = 1, Maximum = 3, Integer = true },
        ]);
        var points = space.Grid().ToList();
        points.Select(point => point["a"]).Distinct().ShouldBe([0.001, 0.01, 0.1, 1, 10]);
        points.Take(3).Select(point => point["b"]).ShouldBe([1, 2, 3]);
        points.Count.ShouldBe(15);
    }

    [Fact]
    public void A_space_of_few_points_is_tried_whole_and_each_point_once()
    {
        SearchDimension[] few = [new() { Name = "a", Minimum = 2, Maximum = 9, Integer = true }, new() { Name = "b", Choices = [0, 1] }];
        var all = new SearchSpace(few).All(16).ShouldNotBeNull();
        all.Select(point => (point["a"], point["b"])).Distinct().Count().ShouldBe(16);
        new SearchSpace(few).All(15).ShouldBeNull();
        new SearchSpace([new() { Name = "a", Minimum = 0, Maximum = 1 }]).All(1000).ShouldBeNull();
    }

    private static List<IReadOnlyDictionary<string, double>> Drawn(IReadOnlyList<SearchDimension> dimensions)
    {
        var (space, random) = (new SearchSpace(dimensions), new SeededRandom(11));
        return [.. Enumerable.Range(0, Draws).Select(_ => space.Draw(random))];
    }
}

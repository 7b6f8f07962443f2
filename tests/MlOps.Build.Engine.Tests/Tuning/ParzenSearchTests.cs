using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>Densities against SciPy, and searches of Branin's function, whose minimum is known.</summary>
public sealed class ParzenSearchTests
{
    private const double BraninMinimum = 0.397887;
    private const int Seeds = 21;

    [Fact]
    public void Densities_are_those_of_SciPy()
    {
        foreach (var item in ParzenCase.All)
        {
            var range = new ParzenRange(Scale(item.Low, item.High, item.Integer), item.Points);
            for (var i = 0; i < item.At.Length; i++)
            {
                var mean = Enumerable.Range(0, item.Points.Length + 1).Average(component => range.Weight(component, item.At[i]));
                mean.ShouldBe(item.Weight[i], 1e-13 + (1e-10 * item.Weight[i]));
            }
        }
    }

    // Kolmogorov's distance between the counts of whole numbers and their probabilities, against its 0.1 % point.
    [Fact]
    public void Draws_follow_the_density()
    {
        const int Draws = 4000;
        var (range, random) = (new ParzenRange(Scale(2, 31, integer: true), [7, null, 3, 4, 30]), new SeededRandom(5));
        var counts = Enumerable.Range(0, Draws).Select(_ => range.Draw(random.Next(6), random)).CountBy(value => value).ToDictionary();
        counts.Keys.ShouldAllBe(value => value >= 2 && value <= 31 && value == Math.Floor(value));
        var (seen, wanted, distance) = (0.0, 0.0, 0.0);
        for (var value = 2; value <= 31; value++)
        {
            seen += counts.GetValueOrDefault(value) / (double)Draws;
            wanted += Enumerable.Range(0, 6).Average(component => range.Weight(component, value));
            distance = Math.Max(distance, Math.Abs(seen - wanted));
        }

        wanted.ShouldBe(1, 1e-12);
        distance.ShouldBeLessThan(1.95 / Math.Sqrt(Draws));
    }

    // By hand: three trials, so a part of 1/4 for each of two values. A trial with 3 has (1 + 1/4) / (1 + 2/4) = 5/6 there and 1/6 elsewhere.
    [Fact]
    public void A_choice_keeps_every_value_possible()
    {
        var choice = new ParzenChoice(new SearchDimension { Name = "a", Choices = [3, 5] }, [3, 5, null]);
        Enumerable.Range(0, 4).Select(component => choice.Weight(component, 3)).ShouldBe([5 / 6.0, 1 / 6.0, 0.5, 0.5], 1e-15);
        var random = new SeededRandom(5);
        Enumerable.Range(0, 6000).Count(_ => choice.Draw(0, random) == 3).ShouldBeInRange(4885, 5115);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void Half_of_the_searches_come_nearer_to_the_minimum_than_half_of_the_random_ones(int trials)
    {
        var parzen = Median(seed => Searches.Parzen(trials, seed));
        var random = Median(seed => new RandomSearch(Searches.Plane, trials, seed));
        parzen.ShouldBeGreaterThanOrEqualTo(BraninMinimum);
        (parzen - BraninMinimum).ShouldBeLessThan((random - BraninMinimum) / 2);
    }

    [Fact]
    public void It_finds_the_right_choice_and_searches_below_it()
    {
        var space = new SearchSpace(
        [
            new SearchDimension { Name = "kind", Choices = [0, 1, 2, 3] },
            new SearchDimension { Name = "a", Minimum = 1, Maximum = 1000, Logarithmic = true, Integer = true, When = new("kind", [2]) },
        ]);
        var method = new ParzenSearch(space, new TuningConfig { Trials = 80 }, Searches.Lower, 7);
        var trials = Searches.Run(method, trial => trial.Settings.TryGetValue("a", out var value) ? Math.Abs(value - 100) / 1000 : 1 + trial.Settings["kind"]);
        trials.Skip(40).Count(trial => trial.Settings["kind"] == 2).ShouldBeGreaterThan(24);
        Searches.Lower.Best(trials)!.Settings["a"].ShouldBeInRange(90, 110);
    }

    [Fact]
    public void Failed_trials_are_avoided_and_equal_values_do_no_harm()
    {
        var method = new ParzenSearch(Searches.Plane, new TuningConfig { Trials = 80 }, Searches.Lower, 7);
        var done = new List<TuningTrial>();
        while (method.Next(done) is { Count: > 0 } batch)
            done.AddRange(batch.Select(trial => trial.Settings["x"] > 5 ? trial with { Reason = "threw" } : trial with { Value = 1 }));
        done.Count.ShouldBe(80);
        done.Skip(40).Count(trial => trial.Reason is not null).ShouldBeLessThan(10);
    }

    private static SearchScale Scale(double low, double high, bool integer) =>
        new(new SearchDimension { Name = "a", Minimum = low, Maximum = high, Integer = integer });

    private static double Median(Func<long, ISearchMethod> method) => Enumerable.Range(1, Seeds)
        .Select(seed => Searches.Run(method(seed), trial => Searches.Branin(trial.Settings)).Min(trial => trial.Value!.Value))
        .Order().ElementAt(Seeds / 2);
}

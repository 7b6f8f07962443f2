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
    public void Densities_and_masses_are_those_of_SciPy()
    {
        foreach (var item in ParzenCase.All)
        {
            var estimator = new ParzenEstimator(item.Points, item.Low, item.High);
            for (var i = 0; i < item.At.Length; i++)
                estimator.Density(item.At[i]).ShouldBe(item.Density[i], 1e-12 + (1e-9 * item.Density[i]));
            for (var i = 0; i < item.Mass.Length; i++)
                estimator.Mass(item.At[i], item.At[i + 1]).ShouldBe(item.Mass[i], 1e-12);
        }
    }

    // Kolmogorov's distance between draws and the masses below them, against its 0.1 % point.
    [Fact]
    public void Draws_follow_the_density()
    {
        var (estimator, random) = (new ParzenEstimator([-4.9, -4.8, 3.0, 9.5], -5, 10), new SeededRandom(5));
        var draws = Enumerable.Range(0, 2000).Select(_ => estimator.Draw(random)).Order().ToList();
        draws.ShouldAllBe(draw => draw >= -5 && draw <= 10);
        draws.Select((draw, i) => Math.Abs(estimator.Mass(-5, draw) - ((i + 0.5) / draws.Count))).Max().ShouldBeLessThan(1.95 / Math.Sqrt(draws.Count));
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

    private static double Median(Func<long, ISearchMethod> method) => Enumerable.Range(1, Seeds)
        .Select(seed => Searches.Run(method(seed), trial => Searches.Branin(trial.Settings)).Min(trial => trial.Value!.Value))
        .Order().ElementAt(Seeds / 2);
}

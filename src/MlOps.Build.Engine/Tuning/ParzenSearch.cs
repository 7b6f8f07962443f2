using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// The tree-structured Parzen estimator of Bergstra et al. (2011): results are divided into the best and the others, and of some places drawn
/// where the best are dense, the one is tried at which the ratio of both densities is largest. Each dimension is modelled by itself, given
/// the conditions that lead to it, from the trials in which it was searched.
/// </summary>
internal sealed class ParzenSearch(SearchSpace space, TuningConfig tuning, TrialLoss loss, long seed) : ISearchMethod
{
    // Drawn at random before there is anything to learn from.
    private const int RandomTrials = 10;

    private const double BestShare = 0.15;
    private const int MostBest = 25;
    private const int Candidates = 24;

    public IReadOnlyList<TuningTrial> Next(IReadOnlyList<TuningTrial> done)
    {
        // The random ones wait for nothing.
        var count = done.Count < RandomTrials ? RandomTrials - done.Count : tuning.Batch;
        var ordered = loss.Order(done).ToList();
        var split = Math.Min(MostBest, (int)Math.Ceiling(BestShare * ordered.Count));
        return
        [
            .. Enumerable.Range(done.Count + 1, Math.Min(count, tuning.TrialLimit - done.Count)).Select(number => new TuningTrial
            {
                Number = number,
                Settings = number <= RandomTrials
                    ? space.Draw(TrialRandom.Of(seed, number))
                    : Propose(ordered[..split], ordered[split..], TrialRandom.Of(seed, number)),
            }),
        ];
    }

    private IReadOnlyDictionary<string, double> Propose(List<TuningTrial> best, List<TuningTrial> others, SeededRandom random)
    {
        var settings = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var dimension in space.Dimensions.Where(dimension => SearchSpace.IsActive(dimension, settings)))
        {
            settings[dimension.Name] = dimension.IsChoice
                ? Choice(dimension, Values(best, dimension), Values(others, dimension), random)
                : Place(dimension, Values(best, dimension), Values(others, dimension), random);
        }

        return settings;
    }

    private static double[] Values(List<TuningTrial> trials, SearchDimension dimension) =>
        [.. trials.Where(trial => trial.Settings.ContainsKey(dimension.Name)).Select(trial => trial.Settings[dimension.Name])];

    private double Place(SearchDimension dimension, double[] best, double[] others, SeededRandom random)
    {
        var scale = space.ScaleOf(dimension);
        if (scale.Width <= 0)
            return dimension.Minimum;
        var dense = new ParzenEstimator(best.Select(scale.Of), scale.Low, scale.High);
        var sparse = new ParzenEstimator(others.Select(scale.Of), scale.Low, scale.High);
        return Enumerable.Range(0, Candidates).Select(_ => scale.ValueAt(dense.Draw(random))).MaxBy(value =>
        {
            var (low, high) = scale.Around(value);
            return low < high ? dense.Mass(low, high) / sparse.Mass(low, high) : dense.Density(low) / sparse.Density(low);
        });
    }

    // Counts plus one: every choice stays possible.
    private static double Choice(SearchDimension dimension, double[] best, double[] others, SeededRandom random)
    {
        var values = dimension.Choices;
        return Enumerable.Range(0, Candidates).Select(_ => Draw()).MaxBy(value => Share(best, value) / Share(others, value));

        double Draw()
        {
            var i = random.Next(best.Length + values.Count);
            return i < best.Length ? best[i] : values[i - best.Length];
        }

        double Share(double[] seen, double value) => (seen.Count(other => other == value) + 1.0) / (seen.Length + values.Count);
    }
}

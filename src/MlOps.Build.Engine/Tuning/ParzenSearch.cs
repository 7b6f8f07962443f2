using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// The tree-structured Parzen estimator of Bergstra et al. (2011) with one density over all dimensions (Falkner et al., 2018): results are
/// divided into the best and the others, and of some points drawn where the best are dense, the one is tried at which the ratio of both
/// densities is largest. A dimension whose condition does not hold has no part in either.
/// </summary>
internal sealed class ParzenSearch(
    SearchSpace space, TuningConfig tuning, TrialLoss loss, long seed, IReadOnlyList<IReadOnlyDictionary<string, double>>? start = null) : ISearchMethod
{
    // Drawn at random before there is anything to learn from.
    private const int RandomTrials = 10;

    private const int MostBest = 25;
    private const int Candidates = 24;

    public IReadOnlyList<TuningTrial> Next(IReadOnlyList<TuningTrial> done)
    {
        // The random ones wait for nothing.
        var batch = done.Count < RandomTrials ? RandomTrials - done.Count : tuning.Batch;
        int[] numbers = [.. Enumerable.Range(done.Count + 1, Math.Min(batch, tuning.TrialLimit - done.Count))];
        if (done.Count < RandomTrials)
            return [.. numbers.Select(number => new TuningTrial { Number = number, Settings = space.First(number, seed, start) })];
        var ordered = loss.Order(done).ToList();
        var split = Math.Min(MostBest, (int)Math.Ceiling(Math.Sqrt(ordered.Count)));
        var (best, others) = (new ParzenModel(space, ordered[..split]), new ParzenModel(space, ordered[split..]));
        return [.. numbers.Select(number => new TuningTrial { Number = number, Settings = Propose(best, others, TrialRandom.Of(seed, number)) })];
    }

    private static IReadOnlyDictionary<string, double> Propose(ParzenModel best, ParzenModel others, SeededRandom random) =>
        Enumerable.Range(0, Candidates).Select(_ => best.Draw(random)).MaxBy(point => best.Density(point) / others.Density(point))!;
}

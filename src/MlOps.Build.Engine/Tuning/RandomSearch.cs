using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tuning;

/// <summary>Points drawn independently of each other (Bergstra and Bengio, 2012).</summary>
internal sealed class RandomSearch(
    SearchSpace space, int trials, long seed, IReadOnlyList<IReadOnlyDictionary<string, double>>? start = null) : ISearchMethod
{
    // No proposal depends on a result, so nothing is waited for; a time budget is asked before each trial.
    private const int Block = 256;

    public IReadOnlyList<TuningTrial> Next(IReadOnlyList<TuningTrial> done) =>
    [
        .. Enumerable.Range(done.Count + 1, Math.Min(Block, trials - done.Count))
            .Select(number => new TuningTrial { Number = number, Settings = space.First(number, seed, start) }),
    ];
}

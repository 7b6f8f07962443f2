using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// Asynchronous successive halving, algorithm 2 of Li et al. (2020, A system for massively parallel hyperparameter tuning): a job is the
/// promotion of a setting that is among the best one in <c>reduction</c> of its rung, from the highest rung down, and a new random setting
/// when there is none. A job knows the results of earlier batches alone, as if a batch's workers ended together: the same jobs whatever runs first.
/// </summary>
/// <param name="space">What settings are drawn from.</param>
/// <param name="tuning">Rungs, reduction, batch and the most settings.</param>
/// <param name="most">Rounds of a full training.</param>
/// <param name="loss">Orders results.</param>
/// <param name="seed">The seed of the random settings.</param>
internal sealed class HalvingSearch(SearchSpace space, TuningConfig tuning, int most, TrialLoss loss, long seed) : ISearchMethod
{
    private readonly int _smallest = RoundBudget.Smallest(most, tuning);

    public IReadOnlyList<TuningTrial> Next(IReadOnlyList<TuningTrial> done)
    {
        var promoted = done.Select(trial => trial.Promoted).OfType<int>().ToHashSet();
        var drawn = done.Count(trial => trial.Rung == 0);
        var jobs = new List<TuningTrial>();
        while (jobs.Count < tuning.Batch)
        {
            var number = done.Count + jobs.Count + 1;
            if (Promotable(done, promoted) is { } trial)
                jobs.Add(Job(number, trial.Settings, trial.Rung!.Value + 1, trial.Number));
            else if (drawn++ < tuning.TrialLimit)
                jobs.Add(Job(number, space.Draw(TrialRandom.Of(seed, number)), 0, null));
            else
                break;
        }

        return jobs;
    }

    // The paper's top_k(rung k, |rung k| / η), from the highest rung that has one above it.
    private TuningTrial? Promotable(IReadOnlyList<TuningTrial> done, HashSet<int> promoted)
    {
        for (var rung = tuning.Rungs - 2; rung >= 0; rung--)
        {
            var results = done.Where(trial => trial.Rung == rung).ToList();
            var best = loss.Order(results.Where(trial => trial.Value is not null)).Take(results.Count / tuning.Reduction);
            if (best.FirstOrDefault(trial => !promoted.Contains(trial.Number)) is not { } trial)
                continue;
            promoted.Add(trial.Number);
            return trial;
        }

        return null;
    }

    private TuningTrial Job(int number, IReadOnlyDictionary<string, double> settings, int rung, int? promoted) => new()
    {
        Number = number,
        Settings = settings,
        Rung = rung,
        Budget = Rounds(rung),
        Promoted = promoted,
    };

    private int Rounds(int rung)
    {
        // The highest rung is a full training, which the divisions may have rounded down.
        if (rung == tuning.Rungs - 1)
            return most;
        var rounds = _smallest;
        for (var i = 0; i < rung; i++)
            rounds *= tuning.Reduction;
        return rounds;
    }
}

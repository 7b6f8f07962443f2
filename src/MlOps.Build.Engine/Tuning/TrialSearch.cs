using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// Tries what a method proposes, batch by batch. The trials of a batch run side by side, with a thread each; one alone has all threads.
/// </summary>
/// <param name="method">Proposes.</param>
/// <param name="judge">Gives a trial its value or reason; the second argument is the number of threads that it may use.</param>
/// <param name="file">Has the results of an earlier build, and takes each new one.</param>
/// <param name="clock">The time budget.</param>
/// <param name="team">The threads.</param>
internal sealed class TrialSearch(
    ISearchMethod method, Func<TuningTrial, int, TuningTrial> judge, TrialFile file, SearchClock clock, ThreadTeam team)
{
    /// <summary>True when the time ended the search.</summary>
    public bool EndedByTime { get; private set; }

    /// <summary>All trials by number.</summary>
    /// <param name="report">Told of each new result, from any thread, one at a time.</param>
    public IReadOnlyList<TuningTrial> Run(Action<TuningTrial>? report)
    {
        var done = new List<TuningTrial>();
        while (!EndedByTime && method.Next(done) is { Count: > 0 } batch)
            done.AddRange(Try(batch, report));
        return done;
    }

    private IEnumerable<TuningTrial> Try(IReadOnlyList<TuningTrial> batch, Action<TuningTrial>? report)
    {
        var results = batch.Select(trial => file.Known.GetValueOrDefault(trial.Number)).ToArray();
        int[] missing = [.. Enumerable.Range(0, batch.Count).Where(i => results[i] is null)];
        var gate = new Lock();
        team.Each(missing.Length, part =>
        {
            var trial = batch[missing[part]];
            team.ThrowIfCancelled();
            // One trial at least: a search without a result would be an error.
            if (clock.IsUp && trial.Number > 1)
                return;
            var result = judge(trial, missing.Length == 1 ? team.Threads : 1);
            file.Append(result, clock.Used);
            results[missing[part]] = result;
            lock (gate)
                report?.Invoke(result);
        });
        EndedByTime = results.Contains(null);
        return results.OfType<TuningTrial>();
    }
}

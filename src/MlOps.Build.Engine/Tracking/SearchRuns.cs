using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tracking;

/// <summary>The trials of a search, each a run of its own below the search's. Safe for concurrent use.</summary>
/// <param name="tracker">Begins runs.</param>
/// <param name="search">The search's run.</param>
/// <param name="metric">What decides.</param>
/// <param name="trainer">Whose settings are tried.</param>
/// <param name="cancellationToken">Stops the search.</param>
internal sealed class SearchRuns(RunTracker tracker, RunRecord search, string metric, ITrainer trainer, CancellationToken cancellationToken)
{
    /// <summary>Judges a trial, and keeps what was tried and what came out.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="where">Of which part of the search it is, such as <c>fold 1, </c>; empty for the search itself.</param>
    /// <param name="judge">Gives it its value or reason.</param>
    public TuningTrial Judge(TuningTrial trial, string where, Func<TuningTrial> judge)
    {
        using var run = tracker.Start($"{where}trial {trial.Number}", search, change => Settings(change, trial), cancellationToken);
        var result = judge();
        foreach (var (value, fold) in (result.Folds ?? []).Select((value, place) => (value, place)))
            run.Metric($"fold.{metric}", value, fold);
        if (result.Value is { } mean)
            run.Metric(metric, mean);
        else
            run.Add(change => change.Tags[RunTags.Reason] = result.Reason ?? "");
        run.End(result.Value is null ? RunStatus.Failed : RunStatus.Finished);
        return result;
    }

    private void Settings(RunChange change, TuningTrial trial)
    {
        foreach (var (name, value) in search.Tags)
            change.Tags[name] = value;
        change.Tags["trial"] = $"{trial.Number}";
        change.Parameters["trainer"] = trainer.Name;
        foreach (var (name, value) in trial.Settings)
            change.Parameters[name] = HyperparameterResolver.Written(HyperparameterResolver.Find(trainer, name), value);
        if (trial.Budget is { } rounds)
            change.Parameters["budget"] = $"{rounds}";
        if (trial.Rung is { } rung)
            change.Parameters["rung"] = $"{rung}";
    }
}

using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tuning;

/// <summary>Orders trials: lower is better, a failed one is worse than all others, and of equal ones the earlier is better.</summary>
internal sealed class TrialLoss(bool higherIsBetter)
{
    public double Of(TuningTrial trial) => trial.Value is not { } value ? double.PositiveInfinity : higherIsBetter ? -value : value;

    /// <summary>The best first.</summary>
    public IEnumerable<TuningTrial> Order(IEnumerable<TuningTrial> trials) => trials.OrderBy(Of).ThenBy(trial => trial.Number);

    /// <summary>The best one, of those with the most rounds when they differ in that; null when none has a value.</summary>
    public TuningTrial? Best(IEnumerable<TuningTrial> trials)
    {
        var judged = trials.Where(trial => trial.Value is not null).ToList();
        var highest = judged.Select(trial => trial.Rung ?? 0).DefaultIfEmpty().Max();
        return Order(judged.Where(trial => (trial.Rung ?? 0) == highest)).FirstOrDefault();
    }
}

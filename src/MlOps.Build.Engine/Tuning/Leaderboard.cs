using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Choosing;

namespace MlOps.Build.Engine.Tuning;

/// <summary>Each trainer's best trial of a search over several, with intervals, and paired with the winner's fold by fold.</summary>
/// <param name="names">The trainers by their place in the search.</param>
/// <param name="loss">Orders trials.</param>
/// <param name="spread">Gives means their intervals.</param>
internal sealed class Leaderboard(IReadOnlyList<string> names, TrialLoss loss, FoldSpread spread)
{
    /// <summary>The best first; trainers whose trials all failed come last.</summary>
    public IReadOnlyList<TuningContender> Of(IReadOnlyList<TuningTrial> trials)
    {
        var winner = loss.Best(trials);
        return
        [
            .. names.Select((name, place) => (Name: name, Trials: trials.Where(trial => Place(trial) == place).ToList()))
                .Where(own => own.Trials.Count > 0)
                .Select(own => (own.Name, own.Trials, Best: loss.Best(own.Trials)))
                .OrderBy(own => own.Best is null ? double.PositiveInfinity : loss.Of(own.Best))
                .ThenBy(own => own.Best?.Number ?? int.MaxValue)
                .Select(own => Contender(own.Name, own.Trials.Count, own.Best, winner)),
        ];
    }

    private TuningContender Contender(string name, int trials, TuningTrial? best, TuningTrial? winner)
    {
        var contender = new TuningContender { Trainer = name, Trials = trials, Best = best?.Number, Value = best?.Value };
        if (best?.Folds is not { } values)
            return contender;
        var mean = spread.Of(values);
        contender = contender with { Low = mean.Low, High = mean.High };
        if (winner?.Folds is not { } won || winner == best)
            return contender;
        var difference = spread.Of([.. values.Zip(won, (own, other) => own - other)]);
        return contender with { Difference = difference.Mean, DifferenceLow = difference.Low, DifferenceHigh = difference.High };
    }

    private static int Place(TuningTrial trial) => (int)trial.Settings[AutoTrainer.ChoiceName];
}

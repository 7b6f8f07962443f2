using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Choosing;

namespace MlOps.Build.Engine.Tuning;

/// <summary>Searches for the hyperparameters that have a space, on training and validation rows alone.</summary>
internal sealed class Tuner(TuningInput input, CancellationToken cancellationToken)
{
    private readonly TuningConfig _tuning = input.Tuning;
    private readonly MetricDefinition _metric = MetricOf(input.Config);
    private readonly TrialLoss _loss = new(MetricOf(input.Config).Direction == MetricDirection.HigherIsBetter);

    /// <summary>What decides: the configured metric, or the task's main one.</summary>
    public static MetricDefinition MetricOf(TrainingConfig config) =>
        (config.Tuning?.Metric is { } name ? MetricRegistry.Find(name) : null) ?? MetricRegistry.Primary(config.Task);

    /// <summary>Null, with errors, when rows cannot be divided, or no trial gave a value.</summary>
    /// <param name="file">Where results are kept as they come.</param>
    /// <param name="time">The clock of a time budget.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="progress">Told of each result; may be null.</param>
    /// <param name="outer">Where those of the searches of a nested cross-validation are kept, by number from 1; null leaves it out.</param>
    public TuningSummary? Run(
        TrialFile file, TimeProvider time, DiagnosticBag diagnostics, IProgress<string>? progress, Func<int, TrialFile>? outer = null)
    {
        // First, because rows that cannot be divided are found at once then, and not after the search.
        NestedEstimate? nested = null;
        if (outer is not null && _tuning.Nested is not null
            && (nested = new NestedSearch(input, _metric, outer, cancellationToken).Run(time, diagnostics, progress)) is null)
        {
            return null;
        }

        return Search(file, time, diagnostics, progress, "") is { } result ? Summary(result) with { Nested = nested } : null;
    }

    /// <summary>The search alone.</summary>
    public SearchResult? Search(TrialFile file, TimeProvider time, DiagnosticBag diagnostics, IProgress<string>? progress, string where)
    {
        if (new TrialRowsMaker(input, _metric, diagnostics).Make(cancellationToken) is not { } rows)
            return null;
        var judge = new TrialJudge(input, rows, cancellationToken);
        var search = new TrialSearch(
            SearchMethods.Of(input, _loss),
            input.Runs is { } runs ? (trial, threads) => runs.Judge(trial, where, () => judge.Judge(trial, threads)) : judge.Judge,
            file,
            new SearchClock(_tuning.Seconds, file.SecondsUsed, time),
            new ThreadTeam(input.Threads, cancellationToken));
        var trials = search.Run(progress is null ? null : trial => progress.Report(where + Line(trial)));
        if (_loss.Best(trials) is { } best)
            return new SearchResult(rows, trials, best, search.EndedByTime);
        var place = input.Trainer is AutoTrainer ? "trainer" : $"hyperparameters.{input.Config.Space[0].Name}";
        diagnostics.Error(
            TrainingCodes.NoTrialSucceeded,
            $"none of {trials.Count} trials gave a value of {_metric.Name}; trial {trials[0].Number}: {trials[0].Reason}",
            input.Config.PositionOf(place));
        return null;
    }

    private TuningSummary Summary(SearchResult result)
    {
        var maker = new TrialRowsMaker(input, _metric, []);
        return new TuningSummary
        {
            Method = SearchMethods.Name(_tuning.Method),
            Trainer = input.Trainer.Name,
            Metric = _metric.Name,
            HigherIsBetter = _metric.Direction == MetricDirection.HigherIsBetter,
            JudgedOn = maker.JudgedOn,
            Seed = input.Config.Seed,
            Batch = _tuning.Batch,
            SecondsAllowed = _tuning.Seconds,
            EndedByTime = result.EndedByTime,
            Space = [.. input.Config.Space.Select(Dimension)],
            Trials = result.Trials,
            Best = result.Best.Number,
            Leaderboard = input is { Trainer: AutoTrainer, Tuning.Folds: { } folds }
                ? new Leaderboard(_tuning.Trainers, _loss, FoldSpread.Of(result.Rows, maker.Confidence(folds))).Of(result.Trials)
                : [],
        };
    }

    private TuningDimension Dimension(SearchDimension dimension) => new()
    {
        Name = dimension.Name,
        Minimum = dimension.IsChoice ? null : dimension.Minimum,
        Maximum = dimension.IsChoice ? null : dimension.Maximum,
        Logarithmic = dimension.Logarithmic,
        Integer = dimension.Integer,
        Choices = [.. dimension.Choices.Select(value => Written(dimension.Name, value))],
        When = dimension.When is { } condition
            ? $"{condition.Setting} is {string.Join(" or ", condition.Values.Select(value => Written(condition.Setting, value)))}"
            : null,
    };

    private string Written(string name, double value) => HyperparameterResolver.Written(HyperparameterResolver.Find(input.Trainer, name), value);

    private string Line(TuningTrial trial) => trial.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"trial {trial.Number}: {_metric.Name} {value:G5}")
        : $"trial {trial.Number}: {trial.Reason}";
}

using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tuning;

/// <summary>Searches for the hyperparameters that have a space, on training and validation rows alone.</summary>
internal sealed class Tuner(TuningInput input, CancellationToken cancellationToken)
{
    private readonly TuningConfig _tuning = input.Tuning;
    private readonly MetricDefinition _metric = MetricOf(input.Config);

    /// <summary>What decides: the configured metric, or the task's main one.</summary>
    public static MetricDefinition MetricOf(TrainingConfig config) =>
        (config.Tuning?.Metric is { } name ? MetricRegistry.Find(name) : null) ?? MetricRegistry.Primary(config.Task);

    /// <summary>Null, with errors, when rows cannot be divided, or no trial gave a value.</summary>
    /// <param name="file">Where results are kept as they come.</param>
    /// <param name="time">The clock of a time budget.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="progress">Told of each result; may be null.</param>
    public TuningSummary? Run(TrialFile file, TimeProvider time, DiagnosticBag diagnostics, IProgress<string>? progress)
    {
        var maker = new TrialRowsMaker(input, _metric, diagnostics);
        if (maker.Make(cancellationToken) is not { } rows)
            return null;
        var loss = new TrialLoss(_metric.Direction == MetricDirection.HigherIsBetter);
        var search = new TrialSearch(
            SearchMethods.Of(input, loss),
            new TrialJudge(input, rows, cancellationToken).Judge,
            file,
            new SearchClock(_tuning.Seconds, file.SecondsUsed, time),
            new ThreadTeam(input.Threads, cancellationToken));
        var trials = search.Run(progress is null ? null : trial => progress.Report(Line(trial)));
        if (loss.Best(trials) is not { } best)
        {
            diagnostics.Error(
                TrainingCodes.NoTrialSucceeded,
                $"none of {trials.Count} trials gave a value of {_metric.Name}; trial {trials[0].Number}: {trials[0].Reason}",
                input.Config.PositionOf($"hyperparameters.{input.Config.Space[0].Name}"));
            return null;
        }

        return Summary(maker.JudgedOn, search.EndedByTime, trials, best);
    }

    private TuningSummary Summary(string judgedOn, bool endedByTime, IReadOnlyList<TuningTrial> trials, TuningTrial best) => new()
    {
        Method = SearchMethods.Name(_tuning.Method),
        Trainer = input.Trainer.Name,
        Metric = _metric.Name,
        HigherIsBetter = _metric.Direction == MetricDirection.HigherIsBetter,
        JudgedOn = judgedOn,
        Seed = input.Config.Seed,
        Batch = _tuning.Batch,
        SecondsAllowed = _tuning.Seconds,
        EndedByTime = endedByTime,
        Space = [.. input.Config.Space.Select(Dimension)],
        Trials = trials,
        Best = best.Number,
    };

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

    private string Written(string name, double value) => HyperparameterResolver.Written(input.Trainer.Name, name, value);

    private string Line(TuningTrial trial) => trial.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"trial {trial.Number}: {_metric.Name} {value:G5}")
        : $"trial {trial.Number}: {trial.Reason}";
}

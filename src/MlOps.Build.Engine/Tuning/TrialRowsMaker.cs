using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Backtests;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// Prepares the divisions that trials are judged on, once for all of them: what they may learn from depends on no hyperparameter.
/// </summary>
internal sealed class TrialRowsMaker(TuningInput input, MetricDefinition metric, DiagnosticBag diagnostics)
{
    /// <summary>The rows that judge, in words.</summary>
    public string JudgedOn => input.Tuning.Folds is { } folds ? Words(folds) : "the validation rows";

    /// <summary>Null, with errors, when rows cannot be divided so, or a part has no rows.</summary>
    public IReadOnlyList<TrialRows>? Make(CancellationToken cancellationToken) =>
        input.Tuning.Folds is { } folds ? OfFolds(folds, "tuning.folds", cancellationToken) : OfValidation() is { } rows ? [rows] : null;

    /// <summary>The folds in words.</summary>
    public string Words(TuningFolds folds) => BacktestWords.Of(Backtest(folds), SplitOf(folds));

    /// <summary>What intervals of means over the folds have; null for windows by time.</summary>
    public double? Confidence(TuningFolds folds) => Backtest(folds).Kind == BacktestKind.Folds ? input.Config.Evaluation.Confidence : null;

    private TrialRows? OfValidation()
    {
        var split = input.Split;
        if (split.Validation.Length == 0)
        {
            diagnostics.Error(
                TrainingCodes.NoValidationRows,
                "there are no validation rows to choose hyperparameters on. Give 'split' a larger validation part, or write 'folds: 5' in 'tuning'.",
                input.Config.PositionOf("tuning"));
            return null;
        }

        int[] rows = [.. split.Train.Concat(split.Validation)];
        var places = FittedRows.InOrder(split);
        var fitted = new FittedRows(
            input.Features!.Take(rows), input.Label.Take(rows), places with { Test = places.Validation });
        return Rows("", rows, fitted, split with { Test = split.Validation });
    }

    /// <summary>One division a fold; null, with errors, when rows cannot be divided so.</summary>
    public IReadOnlyList<TrialRows>? OfFolds(TuningFolds folds, string setting, CancellationToken cancellationToken)
    {
        var backtest = new BacktestInput
        {
            Table = input.Table!,
            Schema = input.Schema!,
            Config = input.Config with { Split = SplitOf(folds) },
            Label = input.Label,
            Split = input.Split,
            Threads = input.Threads,
            Setting = setting,
        };
        var config = Backtest(folds);
        var windows = config.Kind == BacktestKind.Folds
            ? new Folds(backtest, config).All(diagnostics)
            : new TimeWindows(backtest, config).Windows(diagnostics);
        var own = backtest.Rows;
        var made = new List<TrialRows>();
        foreach (var window in windows ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var split = input.Split with { Train = Of(window.Train), Validation = Of(window.Validation), Test = Of(window.Held) };
            var fitted = FittedRows.Learn(backtest, TrainerTraits.Of(input.Trainer), split, input.Label, diagnostics);
            if (fitted is null || Rows(window.Name, [.. split.Train, .. split.Validation, .. split.Test], fitted, split) is not { } rows)
                return null;
            made.Add(rows);
        }

        return windows is null ? null : made;

        int[] Of(int[] places) => Array.ConvertAll(places, place => own[place]);
    }

    private TrialRows? Rows(string name, int[] matrix, FittedRows fitted, Split split)
    {
        var errors = diagnostics.HasErrors;
        var table = input.Table;
        var weights = table is null ? null : RowWeights.OfMetrics(input.Config, table, diagnostics);
        var rows = new TrialRows
        {
            Name = name,
            Rows = matrix,
            Split = split,
            Fitted = fitted,
            Parts = new TrainingParts(
                fitted.Label.Classes,
                TrainingRows.Of(fitted.Features, fitted.Label, fitted.Split.Train),
                TrainingRows.Of(fitted.Features, fitted.Label, fitted.Split.Validation))
            {
                ShowsLoss = false,
            },
            Held = fitted.Features.Take(fitted.Split.Test),
            Labels = Labels(split.Test),
            Context = new RowContext
            {
                Metrics = [metric],
                Weights = weights?.Of(split.Test, "judging"),
                Lists = table is null ? null : new RowLists(input.Config, table, diagnostics).Of(split.Test),
                NaiveError = NaiveError(split),
            },
            ValidationLabels = Labels(split.Validation),
            ValidationWeights = weights?.Of(split.Validation, "validation"),
        };
        return errors == diagnostics.HasErrors ? rows : null;
    }

    private float[] Labels(int[] rows) => Array.ConvertAll(rows, row => input.Label.Values[row]);

    // The rows that judge come after all that was learned from, when they are divided by time.
    private double? NaiveError(Split split) =>
        input.Config is { Task: LearningTask.Regression, Split: { Method: SplitMethod.Time, Column: { } column }, Evaluation.Season: var season }
        && input.Table?.Find(column) is { } time
            ? NaiveForecast.Error(input.Label.Values, time, [.. split.Train.Concat(split.Validation.Except(split.Test))], season)
            : null;

    private BacktestConfig Backtest(TuningFolds folds) => new()
    {
        Kind = SplitOf(folds).Method == SplitMethod.Time ? BacktestKind.Expanding : BacktestKind.Folds,
        Windows = folds.Count,
        Repeats = folds.Repeats,
    };

    private SplitConfig SplitOf(TuningFolds folds) => input.Config.Split with
    {
        Method = folds.Method ?? input.Config.Split.Method,
        Column = folds.Column ?? input.Config.Split.Column,
    };
}

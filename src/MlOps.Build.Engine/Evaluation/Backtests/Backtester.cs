using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>
/// Learns features and model once a window or fold, and judges each on the rows that it leaves out. Test rows take no part.
/// </summary>
internal sealed class Backtester(BacktestInput input, BacktestConfig config, CancellationToken cancellationToken)
{
    private readonly int[] _rows = input.Rows;
    private readonly BacktestFit _fit = new(input, cancellationToken);

    /// <summary>Null, with errors, when the rows cannot be divided so, or no window can be learned.</summary>
    public BacktestSummary? Run(DiagnosticBag diagnostics, IProgress<string>? progress)
    {
        var windows = config.Kind == BacktestKind.Folds
            ? new Folds(input, config).All(diagnostics)
            : new TimeWindows(input, config).Windows(diagnostics);
        if (windows is null)
            return null;
        var judged = new List<BacktestWindow>();
        foreach (var window in windows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report($"{window.Name} of {windows.Count}");
            judged.Add(Judge(window));
        }

        if (!Report(judged, diagnostics))
            return null;
        return new BacktestSummary
        {
            Method = BacktestWords.Of(config, input.Config.Split),
            Confidence = input.Config.Evaluation.Confidence,
            Windows = judged,
            Metrics = BacktestStatistics.Of(judged, config.Kind == BacktestKind.Folds ? input.Config.Evaluation.Confidence : null),
        };
    }

    private BacktestWindow Judge(BacktestRows window)
    {
        var result = new BacktestWindow
        {
            Name = window.Name,
            From = window.From,
            To = window.To,
            TrainingRows = window.Train.Length + window.Validation.Length,
            Rows = window.Held.Length,
        };
        var found = new DiagnosticBag();
        var split = input.Split with { Train = Rows(window.Train), Validation = Rows(window.Validation), Test = Rows(window.Held) };
        var trainers = new[] { TrainerCatalog.Find(input.Config, input.Config.Trainer)!, TrainerCatalog.Find(TrainerCatalog.Baseline)! };
        if (_fit.Score(trainers, split, input.Label, found) is not { } scores)
            return result with { Reason = Reason(found) };
        var labels = Array.ConvertAll(split.Test, row => input.Label.Values[row]);
        var metrics = scores.Select(values => PointMetrics.Of(Scored(split, labels, values))).ToList();
        return result with { Metrics = metrics[0], Baseline = metrics[1] };
    }

    private ScoredRows Scored(Split split, float[] labels, BacktestScores scores) => new(
        input.Config.Task,
        input.Label.Classes.Count,
        labels,
        scores.Values,
        scores.Threshold,
        new RowContext
        {
            Metrics = MetricSet.Of(input.Config.Task, input.Config.Evaluation, byTime: config.Kind != BacktestKind.Folds),
            NaiveError = NaiveError(split),
            Lists = new RowLists(input.Config, input.Table, new DiagnosticBag()).Of(split.Test),
            Weights = RowWeights.OfMetrics(input.Config, input.Table, new DiagnosticBag()).Of(split.Test, "held out"),
        });

    // Of the window's own past: what came before it, in order of time. Rows of a fold have no such past.
    private double? NaiveError(Split split) =>
        input.Config is { Task: LearningTask.Regression, Split.Column: { } name, Evaluation.Season: var season }
        && config.Kind != BacktestKind.Folds
        && input.Table.Find(name) is { } time
            ? NaiveForecast.Error(input.Label.Values, time, [.. split.Train.Concat(split.Validation)], season)
            : null;

    private int[] Rows(int[] places) => Array.ConvertAll(places, place => _rows[place]);

    private static string Reason(DiagnosticBag found) =>
        found.FirstOrDefault(item => item.Severity == DiagnosticSeverity.Error)?.Message ?? "nothing could be learned";

    private bool Report(List<BacktestWindow> windows, DiagnosticBag diagnostics)
    {
        var failed = windows.Where(window => window.Reason is not null).ToList();
        if (failed.Count == 0)
            return true;
        diagnostics.Report(
            EvaluationCodes.BacktestWindowNotLearned,
            failed.Count == windows.Count ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            $"{failed.Count} of {windows.Count} windows or folds of the backtest could not be learned; "
            + $"{failed[0].Name}: {failed[0].Reason}",
            input.Config.PositionOf("evaluation.backtest"));
        return failed.Count < windows.Count;
    }
}

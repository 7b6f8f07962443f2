using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Thresholds;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Pipelines.Stages;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>Learns the configured features and a trainer's model on some rows, and scores others: the build's recipe once more.</summary>
internal sealed class BacktestFit(BacktestInput input, CancellationToken cancellationToken)
{
    /// <summary>Each trainer's scores of the split's test rows; null, with errors, when something could not be learned.</summary>
    /// <param name="trainers">Those that share one trainer's features; the first one's are built.</param>
    /// <param name="split">Rows of the table. Features are learned from its training rows alone.</param>
    /// <param name="label">The label of every row of the table.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public IReadOnlyList<BacktestScores>? Score(IReadOnlyList<ITrainer> trainers, Split split, Label label, DiagnosticBag diagnostics)
    {
        if (FittedRows.Learn(input, TrainerTraits.Of(trainers[0]), split, label, diagnostics) is not var (features, own, local))
            return null;
        var scores = new List<BacktestScores>();
        var validation = Array.ConvertAll(split.Validation, row => label.Values[row]);
        var weights = RowWeights.OfMetrics(input.Config, input.Table, new DiagnosticBag()).Of(split.Validation, "validation");
        // Windows are judged by their predictions, which intervals do not change.
        var config = input.Config with { Intervals = null };
        foreach (var trainer in trainers)
        {
            var trained = ModelTrainer.Train(
                trainer, config, features, own, local, input.Threads, diagnostics, null, cancellationToken);
            if (trained is null)
                return null;
            var head = HeadScorer.Load(trained.Model);
            var threshold = ModelThreshold.Of(
                input.Config, label.Classes, validation, () => head.Score(features.Take(local.Validation)), weights, diagnostics);
            if (threshold is null)
                return null;
            scores.Add(new BacktestScores(head.Score(features.Take(local.Test)), threshold.Value));
        }

        return scores;
    }
}

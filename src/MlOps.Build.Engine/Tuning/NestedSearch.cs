using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Tuning;

/// <summary>
/// Nested cross-validation: the search is made anew on the rows outside each outer fold, its winner trained on them and judged on the fold,
/// which no choice has seen (Varma and Simon, 2006).
/// </summary>
/// <param name="input">The search.</param>
/// <param name="metric">What decides and is estimated.</param>
/// <param name="open">The results of an outer fold's search, by its number from 1.</param>
/// <param name="cancellationToken">Ends it between two trials.</param>
internal sealed class NestedSearch(TuningInput input, MetricDefinition metric, Func<int, TrialFile> open, CancellationToken cancellationToken)
{
    /// <summary>Null, with errors, when the rows cannot be divided so.</summary>
    public NestedEstimate? Run(TimeProvider time, DiagnosticBag diagnostics, IProgress<string>? progress)
    {
        var maker = new TrialRowsMaker(input, metric, diagnostics);
        var outer = input.Tuning.Folds! with { Count = input.Tuning.Nested!.Value, Repeats = 1 };
        if (maker.OfFolds(outer, "tuning.nested", cancellationToken) is not { } divisions)
            return null;
        var folds = divisions.Select((rows, place) => Judge(rows, place + 1, time, progress)).ToList();
        var values = folds.Select(fold => fold.Value).OfType<double>().ToList();
        var mean = FoldSpread.Of(divisions, maker.Confidence(outer)).Of(values);
        return new NestedEstimate
        {
            Method = maker.Words(outer),
            Confidence = input.Config.Evaluation.Confidence,
            Folds = folds,
            Mean = mean.Mean,
            Low = mean.Low,
            High = mean.High,
        };
    }

    private NestedFold Judge(TrialRows rows, int number, TimeProvider time, IProgress<string>? progress)
    {
        var fold = new NestedFold
        {
            Name = rows.Name,
            TrainingRows = rows.Parts.Train.Labels.Length + rows.Parts.Validation.Labels.Length,
            Rows = rows.Labels.Length,
        };
        var inside = new Tuner(input with { Split = rows.Split }, cancellationToken);
        var found = new DiagnosticBag();
        using var file = open(number);
        if (inside.Search(file, time, found, progress, $"{rows.Name}, ") is not { Best: { } best })
            return fold with { Reason = found.FirstOrDefault(item => item.Severity == DiagnosticSeverity.Error)?.Message };
        progress?.Report($"{rows.Name}: judging trial {best.Number}");
        var judged = new TrialJudge(input, [rows], cancellationToken).Judge(best, input.Threads);
        return fold with { Settings = best.Settings, Searched = best.Value, Value = judged.Value, Reason = judged.Reason };
    }
}

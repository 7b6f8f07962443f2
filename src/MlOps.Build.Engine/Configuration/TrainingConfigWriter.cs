using System.Globalization;
using System.Text;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Training.Smoothing;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Writes a configuration as YAML with a short comment for each setting.</summary>
internal sealed class TrainingConfigWriter
{
    private readonly StringBuilder _text = new();

    public static string Write(TrainingConfig config)
    {
        var writer = new TrainingConfigWriter();
        writer.Head(config);
        writer.Features(config);
        writer.Split(config.Split);
        writer.Trainer(config);
        writer.Evaluation(config.Evaluation);
        if (config.Drift is { } drift)
            writer._text.Append(DriftConfigWriter.Write(drift));
        return writer._text.ToString();
    }

    private void Head(TrainingConfig config)
    {
        Line($"task: {Key(TrainingConfigReader.Tasks, config.Task)}    # binary, multiclass or regression");
        Line("label:    # what is predicted; its column is never a feature");
        Line($"  name: {YamlText.Scalar(config.Label.Name)}");
        Line($"  column: {YamlText.Scalar(config.Label.Column)}");
        if (config.Label.Positive.Count > 0)
            Line($"  positive: {YamlText.List(config.Label.Positive)}    # every other value is negative");
        if (config.Label.Negative.Count > 0)
            Line($"  negative: {YamlText.List(config.Label.Negative)}    # every other value is positive");
    }

    private void Features(TrainingConfig config)
    {
        if (config.Features.Count == 0)
            Line("# features: is absent, so every column that may be a feature is one, by its type's defaults");
        else
            Line("features:");
        foreach (var feature in config.Features)
            Feature(feature);
        if (config.Exclude.Count > 0)
            Line($"exclude: {YamlText.List(config.Exclude.Keys)}    # never features");
        if (config.AllowLeakage.Count > 0)
            Line($"allow_leakage: {YamlText.List(config.AllowLeakage)}    # may predict the label almost alone");
    }

    private void Feature(FeatureConfig feature)
    {
        if (feature.Columns.Count == 1 && feature.Transforms.Count == 0)
        {
            Line($"  - {YamlText.Scalar(feature.Columns[0])}");
            return;
        }

        var single = feature.Columns.Count == 1;
        Line(single ? $"  - column: {YamlText.Scalar(feature.Columns[0])}" : $"  - cross: {YamlText.List(feature.Columns)}");
        if (feature.Transforms.Count > 0)
            Line($"    transforms: [{string.Join(", ", feature.Transforms.Select(Transform))}]");
    }

    private static string Transform(TransformConfig transform) => transform.Arguments.Count == 0
        ? transform.Name
        : $"{transform.Name}: {{ {string.Join(", ", transform.Arguments.Select(Argument))} }}";

    private static string Argument(KeyValuePair<string, IReadOnlyList<string>> argument) =>
        $"{argument.Key}: {(argument.Value.Count == 1 ? YamlText.Scalar(argument.Value[0]) : YamlText.List(argument.Value))}";

    private void Split(SplitConfig split)
    {
        Line("split:    # random, stratified, by time or by group");
        Line($"  by: {SplitConfigReader.Name(split)}");
        if (split.Column is not null)
            Line($"  column: {YamlText.Scalar(split.Column)}");
        Line($"  validation: {YamlText.Scalar(split.Validation)}    # decides when training stops");
        Line($"  test: {YamlText.Scalar(split.Test)}    # judges; nothing is chosen by it");
        if (split.ValidationFrom is { } validation)
            Line($"  validation_from: {Date(validation)}    # first date of the validation rows; overrides the shares");
        if (split.TestFrom is { } test)
            Line($"  test_from: {Date(test)}");
    }

    private void Trainer(TrainingConfig config)
    {
        Line($"trainer: {YamlText.Scalar(config.Trainer)}");
        if (config.CompareWith.Count > 0)
            Line($"compare_with: {YamlText.List(config.CompareWith)}    # trained with their defaults, judged on the same rows");
        if (config.Hyperparameters.Count + (config.Trainer == AutoTrainer.TrainerName ? 0 : config.Space.Count) > 0)
            Line("hyperparameters:");
        foreach (var (name, value) in config.Hyperparameters)
            Line($"  {YamlText.Scalar(name)}: {Written(config, name, value)}");
        foreach (var line in TuningConfigWriter.Lines(config))
            Line(line);
        if (config.Command is { } command)
            _text.Append(CommandConfigWriter.Write(command));
        if (config.Onnx is { } onnx)
            _text.Append(OnnxConfigWriter.Write(onnx));
        if (config.Project is { } project)
            _text.Append(PlugInConfigReader.Write(project));
        if (config.Ensemble is { } ensemble)
            _text.Append(EnsembleConfigWriter.Write(ensemble));
        Constraints(config.Constraints);
        if (config.Weight is { } weight)
            Line($"weight: {YamlText.Scalar(weight)}    # how much each row counts in training");
        if (config.Calibration is { } calibration)
            Line($"calibration: {Key(TrainingConfigReader.Calibrations, calibration)}    # probabilities are corrected on the validation rows");
        if (config.Intervals is { } intervals)
            Line($"intervals: {{ method: {intervals.MethodName}, coverage: {YamlText.Scalar(intervals.Coverage)} }}    # with each number, by the validation rows");
        Line($"seed: {config.Seed}    # same seed, same model");
    }

    private static string Written(TrainingConfig config, string name, double value) =>
        HyperparameterResolver.Written(HyperparameterResolver.Find(TrainerCatalog.Find(config, config.Trainer), name), value);

    private void Constraints(ConstraintConfig constraints)
    {
        if (constraints.AreNone)
            return;
        Line("constraints:");
        if (constraints.Monotone.Count > 0)
            Line($"  monotone: {{ {string.Join(", ", constraints.Monotone.Select(pair => $"{YamlText.Scalar(pair.Key)}: {(pair.Value > 0 ? "increasing" : "decreasing")}"))} }}");
        if (constraints.Interactions.Count > 0)
            Line($"  interactions: [{string.Join(", ", constraints.Interactions.Select(YamlText.List))}]");
    }

    private void Evaluation(EvaluationConfig evaluation)
    {
        var defaults = new EvaluationConfig();
        Line("evaluation:");
        if (evaluation.Slices.Count > 0)
            Line($"  slices: [{string.Join(", ", evaluation.Slices.Select(Slice))}]    # judged for each of these groups, too");
        if (evaluation.Fairness.Count > 0)
            Line($"  fairness: [{string.Join(", ", evaluation.Fairness.Select(Slice))}]    # treated alike or not");
        Line($"  minimum_slice_rows: {evaluation.MinimumSliceRows}");
        if (!evaluation.FindSlices)
            Line("  find_slices: false    # no search for groups that do worse");
        if (!evaluation.Dependence)
            Line("  dependence: false    # no partial dependence on the most important columns");
        if (evaluation.ShuffledLabels)
            Line("  shuffled_labels: true    # trained once more on labels that mean nothing");
        if (evaluation.Baselines.Count > 0)
            Line($"  baselines: [{string.Join(", ", evaluation.Baselines.Select(Baseline))}]");
        if (evaluation.Backtest is { } backtest)
            Line($"  backtest: {Backtest(backtest)}    # trained and judged again on other rows");
        Line($"  threshold: {Threshold(evaluation)}    # from this probability on a row counts as positive");
        if (evaluation.Metrics.Count > 0)
            Line($"  metrics: {YamlText.List(evaluation.Metrics)}    # beside the usual ones");
        if (evaluation.Ranking is { } ranking)
            Line($"  ranking: {{ group: {YamlText.Scalar(ranking.Group)}, k: {ranking.K} }}    # judged by the order within each group");
        if (evaluation.Weight is { } weight)
            Line($"  weight: {YamlText.Scalar(weight)}    # how much each row counts in metrics");
        if (evaluation.Season != 1)
            Line($"  season: {evaluation.Season}    # rows of one season, for the naive forecast behind MASE");
        if (evaluation.ChampionOverlapLimit != defaults.ChampionOverlapLimit)
            Line($"  champion_overlap_limit: {YamlText.Scalar(evaluation.ChampionOverlapLimit)}    # share of test rows that the champion may know");
        if (evaluation.TestSetLimit != defaults.TestSetLimit)
            Line($"  test_set_limit: {evaluation.TestSetLimit}    # models that the same test rows may judge");
        Line($"  resamples: {evaluation.Resamples}    # bootstrap resamples behind each interval");
        Line($"  confidence: {YamlText.Scalar(evaluation.Confidence)}");
        if (evaluation.Resampling is { } resampling)
            Line($"  resampling: {Resampling(resampling)}    # what is drawn: rows, classes, whole groups, or runs in time");
        Line($"  interval: {Key(ResamplingConfigReader.Intervals, evaluation.Interval)}");
    }

    private static string Resampling(ResamplingConfig resampling)
    {
        var name = ResamplingConfigReader.Name(resampling.By);
        if (resampling.Column is null)
            return name;
        var block = resampling.Block is { } rows ? FormattableString.Invariant($", block: {rows}") : "";
        return $"{{ by: {name}, column: {YamlText.Scalar(resampling.Column)}{block} }}";
    }

    private static string Baseline(NaiveBaselineConfig baseline)
    {
        if (baseline.Kind == NaiveBaselineKind.Median)
            return baseline.Name;
        var group = baseline.Group is { } column ? $", group: {YamlText.Scalar(column)}" : "";
        var trend = baseline.Trend == TrendForm.None ? "" : $", trend: {Key(NaiveBaselineReader.Trends, baseline.Trend)}";
        var season = baseline.Season == SeasonForm.None ? "" : $", season: {Key(NaiveBaselineReader.Seasons, baseline.Season)}";
        return string.Create(CultureInfo.InvariantCulture, $"{{ {baseline.Name}: {baseline.Lag}{trend}{season}{group} }}");
    }

    private static string Backtest(BacktestConfig backtest)
    {
        if (backtest.Kind == BacktestKind.Folds)
            return string.Create(CultureInfo.InvariantCulture, $"{{ folds: {backtest.Windows}, repeats: {backtest.Repeats} }}");
        var initial = backtest.Initial is { } share ? $", initial: {YamlText.Scalar(share)}" : "";
        var kind = Key(BacktestConfigReader.Kinds, backtest.Kind);
        return string.Create(CultureInfo.InvariantCulture, $"{{ windows: {backtest.Windows}, kind: {kind}{initial} }}");
    }

    private static string Threshold(EvaluationConfig evaluation) => evaluation switch
    {
        { ThresholdMetric: { } metric } => $"{{ maximize: {metric} }}",
        { Costs: { } costs } => $"{{ costs: {{ false_positive: {YamlText.Scalar(costs.FalsePositive)}, false_negative: {YamlText.Scalar(costs.FalseNegative)}, "
            + $"true_positive: {YamlText.Scalar(costs.TruePositive)}, true_negative: {YamlText.Scalar(costs.TrueNegative)} }} }}",
        _ => YamlText.Scalar(evaluation.Threshold),
    };

    private static string Slice(SliceConfig slice) => slice.Parts.Count == 1
        ? SlicePart(slice.Parts[0])
        : $"{{ cross: [{string.Join(", ", slice.Parts.Select(SlicePart))}] }}";

    private static string SlicePart(SlicePartConfig part)
    {
        var column = YamlText.Scalar(part.Column);
        if (part.Buckets is { } buckets)
            return string.Create(CultureInfo.InvariantCulture, $"{{ column: {column}, buckets: {buckets} }}");
        return part.Edges.Count == 0 ? column : $"{{ column: {column}, edges: [{string.Join(", ", part.Edges.Select(YamlText.Scalar))}] }}";
    }

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Line(string line) => _text.Append(line).Append('\n');

    private static string Key<T>(IReadOnlyDictionary<string, T> names, T value) => names.First(name => Equals(name.Value, value)).Key;

    private static string Date(DateTimeOffset date) => date is { TimeOfDay.Ticks: 0, Offset.Ticks: 0 }
        ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : $"\"{date.ToString("O", CultureInfo.InvariantCulture)}\"";
}

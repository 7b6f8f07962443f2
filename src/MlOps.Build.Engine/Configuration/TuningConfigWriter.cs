using System.Globalization;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Writes the spaces of hyperparameters, below their section, and the section <c>tuning</c>.</summary>
internal static class TuningConfigWriter
{
    public static IEnumerable<string> Lines(TrainingConfig config)
    {
        // What a search over trainers goes through is the kit's own.
        foreach (var dimension in config.Trainer == AutoTrainer.TrainerName ? [] : config.Space)
            yield return $"  {YamlText.Scalar(dimension.Name)}: {Dimension(config, dimension)}";
        if (config.Tuning is not { } tuning)
            yield break;
        yield return "tuning:    # how values are searched for in these spaces";
        yield return $"  method: {Key(TuningConfigReader.Methods, tuning.Method)}";
        if (tuning.Trainers.Count > 0)
            yield return $"  trainers: {YamlText.List(tuning.Trainers)}";
        if (tuning.Trials is { } trials)
            yield return Invariant($"  trials: {trials}");
        if (tuning.Seconds is { } seconds)
            yield return $"  time: {TuningConfigReader.Written(seconds)}    # what is found then depends on the machine";
        yield return Invariant($"  batch: {tuning.Batch}    # proposals made at once");
        if (tuning.Metric is { } metric)
            yield return $"  metric: {YamlText.Scalar(metric)}";
        if (tuning.Folds is { } folds)
            yield return $"  folds: {Folds(folds)}";
        if (tuning.Nested is { } nested)
            yield return Invariant($"  nested: {nested}    # the search made anew in each, and judged on the rest");
        if (tuning.Method == TuningMethod.Asha)
            yield return Invariant($"  reduction: {tuning.Reduction}\n  rungs: {tuning.Rungs}");
    }

    private static string Dimension(TrainingConfig config, SearchDimension dimension)
    {
        var when = dimension.When is { } condition ? $", when: {{ {YamlText.Scalar(condition.Setting)}: {List(config, condition.Setting, condition.Values)} }}" : "";
        if (dimension.IsChoice)
        {
            var values = List(config, dimension.Name, dimension.Choices);
            return when.Length == 0 ? values : $"{{ values: {values}{when} }}";
        }

        var scale = dimension.Logarithmic ? ", scale: log" : "";
        var points = dimension.Points == SearchDimension.DefaultPoints ? "" : Invariant($", points: {dimension.Points}");
        return $"{{ min: {YamlText.Scalar(dimension.Minimum)}, max: {YamlText.Scalar(dimension.Maximum)}{scale}{points}{when} }}";
    }

    private static string List(TrainingConfig config, string name, IReadOnlyList<double> values) =>
        $"[{string.Join(", ", values.Select(value => HyperparameterResolver.Written(config.Trainer, name, value)))}]";

    private static string Folds(TuningFolds folds)
    {
        var method = folds.Method is { } way ? $"method: {Key(TuningConfigReader.FoldMethods, way)}, " : "";
        var column = folds.Column is { } name ? $"column: {YamlText.Scalar(name)}, " : "";
        return Invariant($"{{ {method}{column}folds: {folds.Count}, repeats: {folds.Repeats} }}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Key<T>(IReadOnlyDictionary<string, T> names, T value) => names.First(name => Equals(name.Value, value)).Key;
}

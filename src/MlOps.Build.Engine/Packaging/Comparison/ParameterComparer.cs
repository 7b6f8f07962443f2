using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>Trainer, hyperparameters, calibration, seed, and where the training ended.</summary>
internal static class ParameterComparer
{
    private const string Area = "parameters";

    public static IEnumerable<Change> Compare(TrainingSummary before, TrainingSummary after)
    {
        var (first, second) = (before.Model, after.Model);
        if (first.Trainer != second.Trainer)
            yield return Words.Changed(Area, "trainer", first.Trainer, second.Trainer);
        foreach (var name in first.Hyperparameters.Keys.Union(second.Hyperparameters.Keys).Order(StringComparer.Ordinal))
        {
            var (old, now) = (Value(first, name), Value(second, name));
            if (old != now)
                yield return Words.Changed(Area, name, old, now);
        }

        if (first.Calibration?.Method != second.Calibration?.Method)
            yield return Words.Changed(Area, "calibration", first.Calibration?.Method ?? "none", second.Calibration?.Method ?? "none");
        if (first.Intervals?.Coverage != second.Intervals?.Coverage)
            yield return Words.Changed(Area, "intervals", Words.Number(first.Intervals?.Coverage), Words.Number(second.Intervals?.Coverage));
        if (before.Seed != after.Seed)
            yield return Words.Changed(Area, "seed", before.Seed.ToString(CultureInfo.InvariantCulture), after.Seed.ToString(CultureInfo.InvariantCulture));
        if (first.BestStep != second.BestStep)
            yield return Words.Changed(Area, "best step", Words.Count(first.BestStep), Words.Count(second.BestStep));
    }

    private static string Value(TrainedModelSummary model, string name) =>
        model.Hyperparameters.TryGetValue(name, out var value) ? HyperparameterResolver.Written(model.Trainer, name, value) : "none";
}

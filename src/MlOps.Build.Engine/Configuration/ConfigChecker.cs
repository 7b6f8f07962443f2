using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks a configuration against the data's contract and the trainers that exist.</summary>
internal static class ConfigChecker
{
    /// <summary>Reports every column that the configuration names and the contract does not have.</summary>
    /// <returns>True when nothing was found.</returns>
    public static bool CheckColumns(TrainingConfig config, DataSchema schema, DiagnosticBag diagnostics)
    {
        var known = schema.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var before = diagnostics.Count;
        foreach (var (column, setting, position) in Named(config))
        {
            if (known.Contains(column))
                continue;
            var hint = DidYouMean.Sentence(column, known);
            var way = hint.Length > 0 ? hint : $" Columns: {Shortened(schema)}.";
            var message = $"'{setting}' names the column '{column}', which the data does not have.{way}";
            diagnostics.Error(FeatureCodes.UnknownColumn, message, position);
        }

        SliceChecker.Check(config, schema, diagnostics);
        ResamplingChecker.Check(config, schema, diagnostics);
        RankingChecker.Check(config, schema, diagnostics);
        WeightChecker.Check(config, schema, diagnostics);
        DriftChecker.Check(config, schema, diagnostics);
        BacktestChecker.Check(config, diagnostics);
        NaiveBaselineChecker.Check(config, diagnostics);
        return diagnostics.Count == before;
    }

    /// <summary>Reports unknown trainers and hyperparameters, values out of range, and what cannot be done for the task.</summary>
    /// <returns>True when nothing was found.</returns>
    public static bool CheckTrainers(TrainingConfig config, IReadOnlyList<ITrainer> trainers, DiagnosticBag diagnostics)
    {
        var before = diagnostics.Count;
        var checker = new TrainerChecker(config, trainers, diagnostics);
        checker.Check(config.Trainer, "trainer");
        for (var i = 0; i < config.CompareWith.Count; i++)
            checker.Check(config.CompareWith[i], $"compare_with[{i}]");
        checker.CheckHyperparameters();
        checker.CheckConstraints();
        CalibrationChecker.Check(config, diagnostics);
        IntervalChecker.Check(config, diagnostics);
        ImportChecker.Check(config, diagnostics);
        EnsembleChecker.Check(config, diagnostics);
        TuningChecker.Check(config, trainers.FirstOrDefault(trainer => trainer.Name == config.Trainer), diagnostics);
        return diagnostics.Count == before;
    }

    private static IEnumerable<(string Column, string Setting, SourcePosition Position)> Named(TrainingConfig config)
    {
        yield return (config.Label.Column, "label", config.PositionOf("label.column"));
        foreach (var feature in config.Features)
        {
            foreach (var column in feature.Columns)
                yield return (column, "features", feature.Position);
        }

        foreach (var column in config.Drift?.Columns.Keys ?? [])
            yield return (column, "drift.columns", config.PositionOf($"drift.columns.{column}"));
        foreach (var (column, position) in config.Exclude)
            yield return (column, "exclude", position);
        if (config.Split.Column is { } split)
            yield return (split, "split", config.PositionOf("split.column"));
        if (config.Tuning?.Folds?.Column is { } folds)
            yield return (folds, "tuning.folds", config.PositionOf("tuning.folds"));
        foreach (var (part, setting, i) in SliceChecker.Parts(config.Evaluation))
            yield return (part.Column, setting, config.PositionOf($"{setting}[{i}]"));

        if (config.Evaluation.Resampling?.Column is { } resampling)
            yield return (resampling, "evaluation.resampling", config.PositionOf("evaluation.resampling"));
        if (config.Weight is { } trained)
            yield return (trained, "weight", config.PositionOf("weight"));
        if (config.Evaluation.Weight is { } weight)
            yield return (weight, "evaluation.weight", config.PositionOf("evaluation.weight"));
        if (config.Evaluation.Ranking is { } ranking)
            yield return (ranking.Group, "evaluation.ranking", config.PositionOf("evaluation.ranking"));
        foreach (var group in config.Evaluation.Baselines.Select(baseline => baseline.Group).OfType<string>())
            yield return (group, "evaluation.baselines", config.PositionOf("evaluation.baselines"));
        for (var i = 0; i < config.AllowLeakage.Count; i++)
            yield return (config.AllowLeakage[i], "allow_leakage", config.PositionOf($"allow_leakage[{i}]"));
    }

    private static string Shortened(DataSchema schema)
    {
        var names = schema.Columns.Take(20).Select(column => column.Name);
        return string.Join(", ", names) + (schema.Columns.Count > 20 ? ", …" : "");
    }
}

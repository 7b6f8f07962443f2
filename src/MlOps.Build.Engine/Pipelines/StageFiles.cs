namespace MlOps.Build.Engine.Pipelines;

/// <summary>Names of the files that stages leave.</summary>
internal static class StageFiles
{
    /// <summary>What the data stage found; with profiles of the columns as the profile stage leaves it.</summary>
    public const string DataSummary = "data.json";
    /// <summary>Rows that the contract sets aside, with the reasons.</summary>
    public const string Quarantine = "quarantine.csv";
    /// <summary>What columns have to do with each other.</summary>
    public const string Relations = "relations.json";
    public const string Schema = "schema.yaml";
    public const string Configuration = "training-config.yaml";
    public const string SplitSummary = "split.json";
    public const string Split = "split.bin";
    public const string FeatureSummary = "features.json";
    public const string Preprocessing = "preprocessing.onnx";
    public const string FeatureMatrix = "features.bin";
    public const string Signature = "signature.json";
    /// <summary>All trials of a search for hyperparameters.</summary>
    public const string TuningSummary = "tuning.json";
    /// <summary>The settings that the search chose.</summary>
    public const string TunedSettings = "settings.json";
    /// <summary>The learned half of the model: from features to the output.</summary>
    public const string Head = "head.onnx";
    public const string TrainingSummary = "training.json";
    public const string Model = "model.onnx";
    public const string BacktestSummary = "backtest.json";
    /// <summary>Test scores of a model trained on shuffled labels.</summary>
    public const string ShuffledScores = "shuffled.bin";
    public const string EvaluationSummary = "evaluation.json";
    public const string Drift = "drift.json";
    public const string Predictions = "predictions.csv";
    /// <summary>Checks of the model with the same value on every machine.</summary>
    public const string Checks = "checks.json";
    /// <summary>Checks of the model whose values belong to the machine that measured; in no package.</summary>
    public const string Measured = "measured.json";
    public const string GateSummary = "gate.json";
    /// <summary>The judged checklist with what belongs to the machine; in no package.</summary>
    public const string MeasuredGate = "gate-measured.json";
    public const string Checklist = "validation-checklist.md";
    public const string Evidence = "evidence.json";
    public const string ReportMarkdown = "report.md";
    public const string ReportHtml = "report.html";
    public const string DataReport = "data-report.html";
    public const string ModelCard = "model-card.md";

    public const string Golden = "golden.json";
    /// <summary>Of all rows as the profile stage leaves it, which can be merged with others; of the training rows as the package stage does.</summary>
    public const string Profile = "profile.json";
    public const string TrainingRows = "training-rows.json";
    public const string Lineage = "lineage.json";
    public const string Sbom = "sbom.cdx.json";
    public const string FilledChecklist = "checklist.md";

    /// <summary>The manifest inside the assembly, which knows no version.</summary>
    public const string Manifest = "manifest.json";
}

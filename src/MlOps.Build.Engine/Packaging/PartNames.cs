using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Packaging;

/// <summary>Paths of the files in a model package. docs/guides/package.md says what each holds.</summary>
internal static class PartNames
{
    public const string Folder = "mlops/";
    public const string Manifest = PackageParts.Manifest;
    public const string Model = PackageParts.Model;
    public const string Signature = PackageParts.Signature;
    public const string Golden = PackageParts.Golden;
    public const string Evaluation = "mlops/evaluation.json";
    public const string Gate = "mlops/gate.json";
    public const string Data = "mlops/data.json";
    public const string Split = "mlops/split.json";
    public const string Features = "mlops/features.json";
    /// <summary>Only of a model whose hyperparameters were searched for.</summary>
    public const string Tuning = "mlops/tuning.json";
    public const string Training = "mlops/training.json";
    /// <summary>Only of a model whose configuration asks for a backtest.</summary>
    public const string Backtest = "mlops/backtest.json";
    public const string Profile = "mlops/profile.json";
    public const string TrainingRows = "mlops/training-rows.json";
    public const string Lineage = "mlops/lineage.json";
    public const string Checklist = "mlops/checklist.md";
    public const string ModelCard = "mlops/model-card.md";
    public const string Report = "mlops/report.md";
    public const string Sbom = "mlops/sbom.cdx.json";
    public const string Evidence = "mlops/evidence.json";
    public const string Envelope = "mlops/envelope.json";
    public const string Provenance = "mlops/provenance.json";
}

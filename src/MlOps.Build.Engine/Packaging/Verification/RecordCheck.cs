using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>Is every part there that a model package has, and does it hold what its name says?</summary>
internal static class RecordCheck
{
    private static readonly string[] Texts = [PartNames.Model, PartNames.Checklist, PartNames.Report, PartNames.ModelCard, PartNames.Sbom];

    public static void Run(ModelPackage package, PackageFindings findings)
    {
        foreach (var part in Texts.Where(part => package.Read(part) is not { Length: > 0 }))
            findings.Missing(part);
        var json = ContractsJson.Default;
        Check(package, findings, PartNames.Signature, json.ModelSignature);
        Check(package, findings, PartNames.Golden, json.GoldenSet);
        Check(package, findings, PartNames.Profile, json.TrainingProfile);
        Check(package, findings, PartNames.TrainingRows, json.TrainingRowFilter);
        Check(package, findings, PartNames.Lineage, json.Lineage);
        Check(package, findings, PartNames.Data, json.DataSummary);
        Check(package, findings, PartNames.Split, json.SplitSummary);
        Check(package, findings, PartNames.Features, json.FeatureSummary);
        if (package.Read(PartNames.Tuning) is not null)
            Check(package, findings, PartNames.Tuning, json.TuningSummary);
        Check(package, findings, PartNames.Training, json.TrainingSummary);
        Check(package, findings, PartNames.Evaluation, json.EvaluationSummary);
        if (package.Read(PartNames.Backtest) is not null)
            Check(package, findings, PartNames.Backtest, json.BacktestSummary);
        Check(package, findings, PartNames.Gate, json.GateSummary);
        if (Check(package, findings, PartNames.Evidence, json.ModelEvidence) is { Format: > ModelEvidence.CurrentFormat } evidence)
        {
            findings.Add(
                PackageCodes.NewerFormat,
                $"'{PartNames.Evidence}' has format {evidence.Format}; this version knows {ModelEvidence.CurrentFormat}. Update MlOps.Build.");
        }
    }

    private static T? Check<T>(ModelPackage package, PackageFindings findings, string part, JsonTypeInfo<T> type)
        where T : class
    {
        var record = package.Read(part, type);
        if (record is null)
            findings.Missing(part);
        return record;
    }
}

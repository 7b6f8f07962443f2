using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlOps.Build.Contracts;

/// <summary>How the records of this assembly are written as JSON: camelCase, indented, enums by name, the same bytes for the same values.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    NewLine = "\n",
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DataSummary))]
[JsonSerializable(typeof(DistributionDistance))]
[JsonSerializable(typeof(SplitSummary))]
[JsonSerializable(typeof(FeatureSummary))]
[JsonSerializable(typeof(TrainingSummary))]
[JsonSerializable(typeof(TuningSummary))]
[JsonSerializable(typeof(BacktestSummary))]
[JsonSerializable(typeof(EvaluationSummary))]
[JsonSerializable(typeof(SliceFindings))]
[JsonSerializable(typeof(DriftSummary))]
[JsonSerializable(typeof(GateSummary))]
[JsonSerializable(typeof(ModelChecks))]
[JsonSerializable(typeof(ModelEvidence))]
[JsonSerializable(typeof(ModelSignature))]
[JsonSerializable(typeof(ModelManifest))]
[JsonSerializable(typeof(PackageEnvelope))]
[JsonSerializable(typeof(GoldenSet))]
[JsonSerializable(typeof(TrainingProfile))]
[JsonSerializable(typeof(DataProfile))]
[JsonSerializable(typeof(DataRelations))]
[JsonSerializable(typeof(DataDiff))]
[JsonSerializable(typeof(TrainingRowFilter))]
[JsonSerializable(typeof(Lineage))]
[JsonSerializable(typeof(TrackedRun))]
public sealed partial class ContractsJson : JsonSerializerContext;

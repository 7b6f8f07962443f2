using System.Text.Json.Serialization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>The settings that stages depend on, as canonical text: compact, every field, numbers in full.</summary>
[JsonSourceGenerationOptions(IncludeFields = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IEnumerable<string>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<KeyValuePair<string, string>>))]
[JsonSerializable(typeof(IReadOnlyList<KeyValuePair<string, double>>), TypeInfoPropertyName = "TunedSettings")]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, SourcePosition>))]
[JsonSerializable(typeof(LearningTask))]
[JsonSerializable(typeof(LabelConfig))]
[JsonSerializable(typeof(IReadOnlyList<FeatureConfig>))]
[JsonSerializable(typeof(SplitConfig))]
[JsonSerializable(typeof(EvaluationConfig))]
[JsonSerializable(typeof(ConstraintConfig))]
[JsonSerializable(typeof(CommandConfig))]
[JsonSerializable(typeof(EnsembleConfig))]
[JsonSerializable(typeof(OnnxConfig))]
[JsonSerializable(typeof(ResamplingConfig))]
[JsonSerializable(typeof(BacktestConfig))]
[JsonSerializable(typeof(DriftConfig))]
[JsonSerializable(typeof(ModelSignature))]
[JsonSerializable(typeof(TestSetUse))]
internal sealed partial class OptionJson : JsonSerializerContext;

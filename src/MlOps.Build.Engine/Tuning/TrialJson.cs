using System.Text.Json.Serialization;

namespace MlOps.Build.Engine.Tuning;

/// <summary>One line a trial.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TrialLine))]
internal sealed partial class TrialJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>What the build and a process with a trainer of somebody else's tell each other.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(KnownPlugIns))]
[JsonSerializable(typeof(IReadOnlyList<TrainerDescription>), TypeInfoPropertyName = "Trainers")]
[JsonSerializable(typeof(TrainerResult))]
[JsonSerializable(typeof(PlugInFailure))]
internal sealed partial class PlugInJson : JsonSerializerContext;

using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Trackers.Spool;

/// <summary>Runs as JSON; NaN and infinities by name.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SpooledRun))]
[JsonSerializable(typeof(double))]
internal sealed partial class SpoolJson : JsonSerializerContext
{
    /// <summary>16 hexadecimal digits that differ when anything about the run does.</summary>
    public static string Digest(TrackedRun run) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(run, Default.TrackedRun)))[..16];
}

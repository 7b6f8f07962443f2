using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Receipts as JSON, the same bytes for the same receipt.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    NewLine = "\n",
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Receipt))]
internal sealed partial class ReceiptFile : JsonSerializerContext
{
    public static string Write(Receipt receipt) => JsonSerializer.Serialize(receipt, Default.Receipt) + "\n";

    /// <summary>The receipt in a file; null when there is none or it is not one.</summary>
    public static Receipt? Read(string path)
    {
        try
        {
            var receipt = File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), Default.Receipt) : null;
            return receipt is not null && receipt.Outputs.All(IsSound) ? receipt : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A cache is shared: an entry may not name a file outside of the folder that it is restored to.
    private static bool IsSound(ReceiptOutput? output) =>
        output is { Path.Length: > 0, Sha256.Length: 64 }
        && output.Sha256.All(char.IsAsciiHexDigitLower)
        && !Path.IsPathRooted(output.Path)
        && !output.Path.Contains('\0')
        && !output.Path.Split('/', '\\').Contains("..");
}

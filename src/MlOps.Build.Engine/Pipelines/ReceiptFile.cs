using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Receipts as JSON, the same bytes for the same receipt.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
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
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), Default.Receipt) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.Evidence;

/// <summary>How <c>evidence.json</c> is written, and how a stranger's is read: nothing that may not be null or absent is.</summary>
internal static class EvidenceJson
{
    // Generated code gives a property that the text lacks null or 0 instead of its default (https://github.com/dotnet/runtime/issues/84484):
    // lists answer for themselves, and what an older kit did not write may be null.
    private static readonly JsonSerializerOptions Strict = new(ContractsJson.Default.Options)
    {
        RespectNullableAnnotations = true,
        TypeInfoResolver = ContractsJson.Default.WithAddedModifier(RequireParameters),
    };

    public static JsonTypeInfo<ModelEvidence> Reading { get; } = (JsonTypeInfo<ModelEvidence>)Strict.GetTypeInfo(typeof(ModelEvidence));

    /// <summary>The bytes that the report stage writes.</summary>
    public static string Write(ModelEvidence evidence) => JsonSerializer.Serialize(evidence, ContractsJson.Default.ModelEvidence) + "\n";

    // A position without a file is written without one.
    private static void RequireParameters(JsonTypeInfo type)
    {
        if (type.Type == typeof(SourcePosition))
            return;
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { IsMemberInitializer: false, HasDefaultValue: false, IsNullable: false })
                property.IsRequired = true;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.Evidence;

/// <summary>How <c>evidence.json</c> is written, and how a stranger's is read: nothing that may not be null or absent is.</summary>
internal static class EvidenceJson
{
    // By reflection: generated code gives a property that the text lacks null instead of its default
    // (https://github.com/dotnet/runtime/issues/84484), and an older kit's evidence lacks what came later.
    private static readonly JsonSerializerOptions Strict = new(ContractsJson.Default.Options)
    {
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(RequireParameters),
    };

    public static JsonTypeInfo<ModelEvidence> Reading { get; } = (JsonTypeInfo<ModelEvidence>)Strict.GetTypeInfo(typeof(ModelEvidence));

    /// <summary>The bytes that the report stage writes.</summary>
    public static string Write(ModelEvidence evidence) => JsonSerializer.Serialize(evidence, ContractsJson.Default.ModelEvidence) + "\n";

    // Positional records, structs above all, count as complete without their parameters. A position without a file is written without one.
    private static void RequireParameters(JsonTypeInfo type)
    {
        if (type.Type == typeof(SourcePosition))
            return;
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false } || IsParameter(type.Type, property.Name))
                property.IsRequired = true;
        }
    }

    private static bool IsParameter(Type type, string name) => type.IsValueType && type.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .Any(parameter => !parameter.HasDefaultValue && JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!) == name);
}

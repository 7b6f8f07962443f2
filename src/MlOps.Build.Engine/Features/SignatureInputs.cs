using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Features;

/// <summary>Describes raw columns for the model's signature.</summary>
internal static class SignatureInputs
{
    public static SignatureInput Of(Column column, ColumnSchema? schema) => new()
    {
        Name = column.Name,
        Type = column.Type,
        Nullable = schema?.Nullable ?? true,
        Description = schema?.Description,
        Minimum = schema?.Minimum,
        Maximum = schema?.Maximum,
        AllowedValues = schema is { Sensitive: false } ? schema.Values : [],
    };
}

using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes the input record: one documented property a column.</summary>
internal static class InputSource
{
    public static void Write(SourceWriter source, PredictorOptions options, PredictorNames names)
    {
        var inputs = options.Signature.Inputs;
        source.Summary($"One row for <see cref=\"{names.Predictor}\"/>. Immutable.");
        source.Line($"public sealed record {names.Input}");
        source.Open();
        for (var i = 0; i < inputs.Count; i++)
        {
            if (i > 0)
                source.Line();
            WriteProperty(source, inputs[i], names.Inputs[i], names.Enums[i] is { } name ? names.Qualified(name) : TypeOf(inputs[i].Type));
        }

        source.Close();
    }

    private static void WriteProperty(SourceWriter source, SignatureInput input, string name, string type)
    {
        source.Summary(InputWords.Describe(input));
        if (input.Type != ColumnType.Date)
        {
            source.Line(Property(input, name, type));
            return;
        }

        // .NET Standard has no type for a date alone.
        source.Line("#if NET");
        source.Line(Property(input, name, type));
        source.Line("#else");
        source.Line(Property(input, name, "global::System.DateTime"));
        source.Line("#endif");
    }

    private static string Property(SignatureInput input, string name, string type) =>
        input.Nullable ? $"public {type}? {name} {{ get; init; }}" : $"public required {type} {name} {{ get; init; }}";

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Boolean => "bool",
        ColumnType.Int64 => "long",
        ColumnType.Float32 => "float",
        ColumnType.Float64 => "double",
        ColumnType.Date => "global::System.DateOnly",
        ColumnType.Timestamp => "global::System.DateTimeOffset",
        _ => "string",
    };
}

using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes the input record: one documented property a column.</summary>
internal static class InputSource
{
    public static void Write(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        source.Summary($"One row for <see cref=\"{names.Predictor}\"/>. Immutable.");
        source.Line($"public sealed record {names.Input}");
        source.Open();
        for (var i = 0; i < signature.Inputs.Count; i++)
        {
            if (i > 0)
                source.Line();
            WriteProperty(source, signature.Inputs[i], names.Inputs[i]);
        }

        source.Close();
    }

    private static void WriteProperty(SourceWriter source, SignatureInput input, string name)
    {
        source.Summary(Describe(input));
        var type = TypeOf(input.Type);
        source.Line(input.Nullable
            ? $"public {type}? {name} {{ get; init; }}"
            : $"public required {type} {name} {{ get; init; }}");
    }

    private static string Describe(SignatureInput input)
    {
        var text = new StringBuilder();
        if (input.Description is { Length: > 0 } description)
            text.Append(CSharpText.Xml(description).TrimEnd('.')).Append(". ");
        text.Append(CultureInfo.InvariantCulture, $"Column <c>{CSharpText.Xml(input.Name)}</c>");
        if (Range(input) is { } range)
            text.Append(", ").Append(range);
        text.Append('.');
        if (input.AllowedValues.Count > 0)
            text.Append(' ').Append(Values(input.AllowedValues));
        if (input.Nullable)
            text.Append(" Null when it is not known.");
        return text.ToString();
    }

    private static string? Range(SignatureInput input) => (input.Minimum, input.Maximum) switch
    {
        ({ } minimum, { } maximum) => $"{Bound(input.Type, minimum)} to {Bound(input.Type, maximum)}",
        ({ } minimum, null) => $"at least {Bound(input.Type, minimum)}",
        (null, { } maximum) => $"at most {Bound(input.Type, maximum)}",
        _ => null,
    };

    private static string Bound(ColumnType type, double value) => type switch
    {
        ColumnType.Date => DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(value)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnType.Timestamp => DateTime.UnixEpoch.AddMilliseconds(value).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        _ => CSharpText.Number(value),
    };

    private static string Values(IReadOnlyList<string> values)
    {
        const int Shown = 20;
        var list = string.Join(", ", values.Take(Shown).Select(value => $"<c>{CSharpText.Xml(value)}</c>"));
        return values.Count > Shown
            ? string.Create(CultureInfo.InvariantCulture, $"One of {values.Count} values: {list} …")
            : $"One of {list}.";
    }

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

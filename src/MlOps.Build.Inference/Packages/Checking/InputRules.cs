using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Inference;

/// <summary>What the signature allows in its columns: values that must be there, ranges, lists.</summary>
internal sealed class InputRules(ModelSignature signature)
{
    private readonly HashSet<string>?[] _allowed =
        [.. signature.Inputs.Select(input => input.AllowedValues.Count > 0 ? new HashSet<string>(input.AllowedValues, StringComparer.Ordinal) : null)];

    /// <summary>What is not allowed, row by row.</summary>
    /// <param name="inputs">The rows.</param>
    /// <param name="firstRow">The number of the first of them.</param>
    /// <param name="most">How much is enough.</param>
    public IReadOnlyList<InputViolation> Check(ModelInputs inputs, long firstRow, int most)
    {
        // Rows without fault, the common case, allocate nothing.
        List<InputViolation>? violations = null;
        for (var row = 0; row < inputs.Rows; row++)
        {
            for (var i = 0; i < signature.Inputs.Count && (violations?.Count ?? 0) < most; i++)
            {
                var input = signature.Inputs[i];
                if (inputs.Tensors.TryGetValue(input.Name, out var tensor) && Fault(input, _allowed[i], tensor, row) is var (value, limit))
                    (violations ??= []).Add(new InputViolation(firstRow + row, input.Name, value, limit));
            }
        }

        return violations ?? (IReadOnlyList<InputViolation>)Array.Empty<InputViolation>();
    }

    private static (string Value, string Limit)? Fault(SignatureInput input, HashSet<string>? allowed, Tensor tensor, int row) => tensor switch
    {
        Tensor<double> numbers => Number(input, numbers.Values[row], double.IsNaN(numbers.Values[row])),
        Tensor<long> times => Number(input, times.Values[row], times.Values[row] == ModelSignature.MissingTime),
        Tensor<string> texts => Text(input, allowed, texts.Values[row]),
        _ => null,
    };

    private static (string Value, string Limit)? Number(SignatureInput input, double value, bool missing)
    {
        if (missing)
            return input.Nullable ? null : ("missing", "any value, but one must be given");
        return value < input.Minimum || value > input.Maximum ? (Show(input.Type, value), Range(input)) : null;
    }

    private static (string Value, string Limit)? Text(SignatureInput input, HashSet<string>? allowed, string value)
    {
        if (value == ModelSignature.MissingText)
            return input.Nullable ? null : ("missing", "any value, but one must be given");
        return allowed is null || allowed.Contains(value)
            ? null
            : ($"'{value}'", $"one of {string.Join(", ", input.AllowedValues.Take(10).Select(text => $"'{text}'"))}{(input.AllowedValues.Count > 10 ? " …" : "")}");
    }

    private static string Range(SignatureInput input) => (input.Minimum, input.Maximum) switch
    {
        ({ } minimum, { } maximum) => $"{Show(input.Type, minimum)} to {Show(input.Type, maximum)}",
        ({ } minimum, _) => $"at least {Show(input.Type, minimum)}",
        (_, { } maximum) => $"at most {Show(input.Type, maximum)}",
        _ => "any value",
    };

    private static string Show(ColumnType type, double value) => type switch
    {
        ColumnType.Date => Epoch.AddDays(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnType.Timestamp => Epoch.AddMilliseconds(value).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ColumnType.Boolean => value == 0 ? "false" : "true",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static DateTime Epoch { get; } = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
}

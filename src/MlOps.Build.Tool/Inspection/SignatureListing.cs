using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Inspection;

/// <summary>What the model takes and gives.</summary>
internal static class SignatureListing
{
    public static void Show(Listing listing, ModelSignature signature)
    {
        var classes = signature.Classes.Count > 0 ? $": {Listing.Some(signature.Classes, 20)}" : "";
        var threshold = signature.Threshold is { } value ? $"; positive from {Listing.Number(value)}" : "";
        var interval = signature.Interval is { } given ? $"; {given.Method} interval of coverage {Listing.Number(given.Coverage)}" : "";
        listing.Row("predicts", $"{signature.Label}, {signature.Task.ToString().ToLowerInvariant()}{classes}{threshold}{interval}");
        foreach (var input in signature.Inputs)
            listing.Row("takes", Describe(input));
    }

    private static string Describe(SignatureInput input)
    {
        var text = $"{input.Name} ({input.Type.ToString().ToLowerInvariant()}{(input.Nullable ? ", may be missing" : "")})";
        if (Range(input) is { } range)
            text += $", {range}";
        if (input.AllowedValues.Count > 0)
            text += $", one of {Listing.Some(input.AllowedValues, 10)}";
        return input.Description is { Length: > 0 } description ? $"{text}: {description}" : text;
    }

    private static string? Range(SignatureInput input) => (Bound(input, input.Minimum), Bound(input, input.Maximum)) switch
    {
        ({ } minimum, { } maximum) => $"{minimum} to {maximum}",
        ({ } minimum, null) => $"at least {minimum}",
        (null, { } maximum) => $"at most {maximum}",
        _ => null,
    };

    private static string? Bound(SignatureInput input, double? bound) => (input.Type, bound) switch
    {
        (_, null) => null,
        (ColumnType.Date, { } days) => DateTime.UnixEpoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (ColumnType.Timestamp, { } milliseconds) => DateTime.UnixEpoch.AddMilliseconds(milliseconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        (_, { } number) => number.ToString("R", CultureInfo.InvariantCulture),
    };
}

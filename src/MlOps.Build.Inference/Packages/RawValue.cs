using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Inference;

/// <summary>
/// Turns typed values into what the ONNX graph takes, which knows no null: numbers and booleans become <c>double</c> (NaN when missing),
/// dates days and timestamps milliseconds since 1970-01-01 UTC (<see cref="ModelSignature.MissingTime"/> when missing), text stays text
/// (<see cref="ModelSignature.MissingText"/> when missing). Generated predictors call it; applications need not.
/// </summary>
public static class RawValue
{
    private static readonly DateTime Epoch = new(1970, 1, 1);

    /// <summary>1 for true, 0 for false, NaN for null.</summary>
    public static double Of(bool? value) => value switch { true => 1, false => 0, null => double.NaN };

    /// <summary>The number, NaN for null. Whole numbers beyond 2^53 in magnitude are rounded.</summary>
    public static double Of(long? value) => value ?? double.NaN;

    /// <summary>The number, NaN for null.</summary>
    public static double Of(float? value) => value ?? double.NaN;

    /// <summary>The number, NaN for null.</summary>
    public static double Of(double? value) => value ?? double.NaN;

#if NET
    /// <summary>Days since 1970-01-01.</summary>
    public static long Of(DateOnly? value) => Of(value?.ToDateTime(default));
#endif

    /// <summary>Days since 1970-01-01; the time of day is ignored.</summary>
    public static long Of(DateTime? value) => value is { } date ? (date.Date - Epoch).Days : ModelSignature.MissingTime;

    /// <summary>Milliseconds since 1970-01-01 UTC, rounded down.</summary>
    public static long Of(DateTimeOffset? value) => value?.ToUnixTimeMilliseconds() ?? ModelSignature.MissingTime;

    /// <summary>The text itself.</summary>
    public static string Of(string? value) => value ?? ModelSignature.MissingText;

    /// <summary>A column of texts, as CSV holds them in the invariant culture, as the tensor <c>[N, 1]</c> of its type.</summary>
    /// <exception cref="FormatException">A text is no value of the type; the message names it.</exception>
    public static Tensor Column(ColumnType type, IReadOnlyList<string?> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return type switch
        {
            ColumnType.String => Tensor.Create(Map(texts, text => Of(text)), texts.Count, 1),
            ColumnType.Date => Tensor.Create(Map(texts, ParseDate), texts.Count, 1),
            ColumnType.Timestamp => Tensor.Create(Map(texts, ParseTimestamp), texts.Count, 1),
            ColumnType.Boolean => Tensor.Create(Map(texts, ParseBoolean), texts.Count, 1),
            ColumnType.Float32 => Tensor.Create(Map(texts, ParseFloat32), texts.Count, 1),
            _ => Tensor.Create(Map(texts, ParseNumber), texts.Count, 1),
        };
    }

    private static T[] Map<T>(IReadOnlyList<string?> texts, Func<string?, T> parse)
    {
        var values = new T[texts.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = parse(texts[i]);
        return values;
    }

    private static double ParseBoolean(string? text) => text switch
    {
        null => double.NaN,
        "true" => 1,
        "false" => 0,
        _ => throw Wrong(text, "true or false"),
    };

    private static double ParseNumber(string? text) =>
        text is null ? double.NaN
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong(text, "a number");

    // A 32-bit column must enter as the 32-bit number it was, not as the 64-bit number its text would give.
    private static double ParseFloat32(string? text) =>
        text is null ? double.NaN
        : float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong(text, "a number");

    private static long ParseDate(string? text) =>
        text is null ? ModelSignature.MissingTime
        : DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Of(date)
        : throw Wrong(text, "a date like 2026-03-14");

    private static long ParseTimestamp(string? text) =>
        text is null ? ModelSignature.MissingTime
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? Of(time)
        : throw Wrong(text, "a time like 2026-03-14T10:12:00Z");

    private static FormatException Wrong(string text, string expected) => new($"'{text}' is not {expected}");
}

using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.JsonSchemas;

/// <summary>Numbers of JSON by value: exact where both have at most 28 digits, else as doubles.</summary>
internal static class JsonNumbers
{
    public static int Compare(JsonElement left, JsonElement right) => left.TryGetDecimal(out var a) && right.TryGetDecimal(out var b)
        ? a.CompareTo(b)
        : left.GetDouble().CompareTo(right.GetDouble());

    public static bool IsWhole(JsonElement value) => value.TryGetDecimal(out var number)
        ? number == decimal.Truncate(number)
        : value.GetDouble() is var other && double.IsFinite(other) && Math.Floor(other) == other;

    public static bool IsMultiple(JsonElement value, JsonElement of)
    {
        if (value.TryGetDecimal(out var number) && of.TryGetDecimal(out var unit) && unit != 0)
            return number % unit == 0;
        var quotient = value.GetDouble() / of.GetDouble();
        return double.IsFinite(quotient) && Math.Floor(quotient) == quotient;
    }
}

using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Expectations in words.</summary>
internal static class ExpectationWords
{
    private static readonly string[] NotSaid = ["column", "column_A", "column_B", "column_list", "meta", "notes", "result_format"];

    /// <summary>"expect_column_values_to_be_between min_value 0, max_value 600"; of a sensitive column without the values.</summary>
    public static string Of(Expectation expectation, bool sensitive)
    {
        var arguments = expectation.Kwargs.EnumerateObject()
            .Where(argument => !NotSaid.Contains(argument.Name) && argument.Value.ValueKind != JsonValueKind.Null)
            .Select(argument => sensitive ? argument.Name : $"{argument.Name} {Value(argument.Value)}");
        return string.Join(' ', new[] { expectation.Type, string.Join(", ", arguments) }.Where(part => part.Length > 0));
    }

    /// <summary>The column that it is about, if it is one.</summary>
    public static string? Column(Expectation expectation) =>
        expectation.Kwargs.TryGetProperty("column", out var column) && column.ValueKind == JsonValueKind.String ? column.GetString() : null;

    /// <summary>"mean" of <c>expect_column_mean_to_be_between</c>.</summary>
    public static string Statistic(string type)
    {
        var name = type.Split("_to_")[0];
        foreach (var prefix in new[] { "expect_column_", "expect_" })
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                return name[prefix.Length..].Replace('_', ' ');
        }

        return "data";
    }

    private static string Value(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? Shown.Text(value.GetString()!)
        : Shown.Text(value.GetRawText()).Trim('\'');
}

using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>What the contract says of a column, as the text of a documentation comment.</summary>
internal static class InputWords
{
    public static string Describe(SignatureInput input)
    {
        var text = new StringBuilder();
        if (input.Description is { Length: > 0 } description)
            text.Append(CSharpText.Xml(description).TrimEnd('.')).Append(". ");
        text.Append(CultureInfo.InvariantCulture, $"Column <c>{CSharpText.Xml(input.Name)}</c>");
        if (Range(input) is { } range)
            text.Append(", ").Append(range);
        if (input.Unit is { Length: > 0 } unit)
            text.Append(Range(input) is null ? ", in " : " ").Append(CSharpText.Xml(unit));
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
}

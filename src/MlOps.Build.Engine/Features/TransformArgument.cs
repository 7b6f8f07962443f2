using System.Globalization;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Features;

/// <summary>One argument of a transformation.</summary>
internal sealed record TransformArgument
{
    public required string Name { get; init; }

    /// <summary>True when it is the one meant by <c>name: value</c>.</summary>
    public bool Main { get; init; }

    public bool List { get; init; }

    /// <summary>Allowed words; empty when it is a number or any text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Allowed range of a number; null when it is a text.</summary>
    public (double Minimum, double Maximum)? Range { get; init; }

    public bool Integer { get; init; }

    /// <summary>What is expected instead of the text, or null when the text is right.</summary>
    public string? Problem(string text)
    {
        if (Choices.Count > 0)
            return Choices.Contains(text) ? null : $"expected one of {string.Join(", ", Choices)}.{DidYouMean.Sentence(text, Choices)}";
        if (Range is not { } range)
            return null;
        var style = Integer ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        var parsed = double.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        return parsed && number >= range.Minimum && number <= range.Maximum
            ? null
            : $"expected {(Integer ? "a whole number" : "a number")}{RangeText(range)}.";
    }

    private static string RangeText((double Minimum, double Maximum) range) => (range.Minimum, range.Maximum) switch
    {
        (double.MinValue, double.MaxValue) => "",
        (_, double.MaxValue) => string.Create(CultureInfo.InvariantCulture, $" of at least {range.Minimum}"),
        _ => string.Create(CultureInfo.InvariantCulture, $" in {range.Minimum}..{range.Maximum}"),
    };
}

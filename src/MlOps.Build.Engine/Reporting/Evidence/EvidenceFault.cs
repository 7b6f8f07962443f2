using System.Text.Json;
using System.Text.RegularExpressions;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.Evidence;

/// <summary>What System.Text.Json refuses, in our words and at its place.</summary>
internal static partial class EvidenceFault
{
    public static SourcePosition Place(string file, JsonException exception) =>
        new(file, (int)(exception.LineNumber + 1 ?? 0), (int)(exception.BytePositionInLine + 1 ?? 0));

    /// <summary>The message without its place, which stands in front of ours, and without a point at the end.</summary>
    public static string Sentence(JsonException exception) =>
        SafeText.Of(PlacePattern().Replace(exception.Message, "").Split(" Path: ")[0]).TrimEnd('.', ' ');

    /// <summary>Which field is missing or holds something else; without the names of our types.</summary>
    public static string Shape(JsonException exception)
    {
        var missing = MissingPattern().Match(exception.Message);
        var path = SafeText.Of(exception.Path ?? "$");
        return missing.Success ? $"'{path}' lacks {missing.Groups[1].Value}" : $"'{path}' holds something else than it should";
    }

    [GeneratedRegex(@" *(Path: \S*)?[ |]*LineNumber: \d+ \| BytePositionInLine: \d+\.?")]
    private static partial Regex PlacePattern();

    [GeneratedRegex(@"missing required properties including: ('[^.]*)\.")]
    private static partial Regex MissingPattern();
}

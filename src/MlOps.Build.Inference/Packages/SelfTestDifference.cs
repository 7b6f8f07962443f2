using static System.FormattableString;

namespace MlOps.Build.Inference;

/// <summary>A golden row that this machine predicts otherwise than the build did, by its output that differs most.</summary>
public sealed record SelfTestDifference
{
    /// <summary>The row's number in the package, from 1 on.</summary>
    public required int Row { get; init; }

    /// <summary>The row's values by column, as CSV holds them; null where one is missing, as every sensitive one is.</summary>
    public required IReadOnlyList<KeyValuePair<string, string?>> Inputs { get; init; }

    /// <summary>The class whose probability it is, or <c>value</c>, <c>lower</c> or <c>upper</c>.</summary>
    public required string Output { get; init; }

    /// <summary>What the build predicted.</summary>
    public required float Expected { get; init; }

    /// <summary>What this machine predicts.</summary>
    public required float Actual { get; init; }

    /// <summary>How far apart they are: absolute for probabilities, relative for numbers; NaN when one is no number.</summary>
    public required double Difference { get; init; }

    /// <summary>The row, its values and the difference in one line.</summary>
    public override string ToString()
    {
        var inputs = string.Join(", ", Inputs.Select(input => $"{input.Key} = {input.Value ?? "missing"}"));
        return Invariant($"golden row {Row} ({inputs}): '{Output}' is {Actual:R}, it was {Expected:R} when it was packed, {Difference:0.###e+0} apart");
    }
}

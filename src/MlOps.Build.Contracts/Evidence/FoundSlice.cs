namespace MlOps.Build.Contracts;

/// <summary>A group of test rows, found by search, whose mean loss is worse than that of all other test rows.</summary>
public sealed record FoundSlice
{
    /// <summary>The columns that make it: one, or a pair.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>
    /// One value or bucket a column, such as <c>[100, 200)</c>; null where the value is missing. Values of a sensitive column are numbers.
    /// </summary>
    public required IReadOnlyList<string?> Values { get; init; }

    /// <summary>Test rows in it.</summary>
    public required int Rows { get; init; }

    /// <summary>Mean loss of its rows.</summary>
    public required double Loss { get; init; }

    /// <summary>Mean loss of all other test rows.</summary>
    public required double RestLoss { get; init; }

    /// <summary>
    /// The difference of the two means in standard deviations, √2 (Loss - RestLoss) / √(s² + s_rest²) (Chung et al., 2019, Slice Finder);
    /// 0.2 is small, 0.8 large.
    /// </summary>
    public required double Effect { get; init; }

    /// <summary>Adjusted for all groups looked at: the chance that any of them is so much worse when none is.</summary>
    public required double PValue { get; init; }
}

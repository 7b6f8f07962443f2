namespace MlOps.Build.Engine.Evaluation.Slices.Search;

/// <summary>What groups are searched for, and how.</summary>
internal sealed record SearchRequest
{
    /// <summary>The loss of each test row.</summary>
    public required double[] Losses { get; init; }

    /// <summary>Those that come first are paired.</summary>
    public required IReadOnlyList<SearchColumn> Columns { get; init; }

    /// <summary>Smaller groups are not looked at, nor are those that leave fewer rows out.</summary>
    public required int MinimumRows { get; init; }

    /// <summary>One minus the largest adjusted p-value that is reported.</summary>
    public required double Confidence { get; init; }

    public required long Seed { get; init; }

    /// <summary>How many threads may be used; never changes the result.</summary>
    public int Threads { get; init; } = 1;
}

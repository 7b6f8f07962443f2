namespace MlOps.Build.Contracts;

/// <summary>The lists whose order the model was judged by.</summary>
public sealed record RankingSummary
{
    /// <summary>The column that names the lists.</summary>
    public required string Column { get; init; }

    /// <summary>Lists of the test rows.</summary>
    public required int Lists { get; init; }

    /// <summary>Lists with at least one relevant row; the others count as 0.</summary>
    public required int WithRelevant { get; init; }
}

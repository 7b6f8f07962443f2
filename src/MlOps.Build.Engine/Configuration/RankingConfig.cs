namespace MlOps.Build.Engine.Configuration;

/// <summary>Rows form lists, within which the model's scores order them.</summary>
internal sealed record RankingConfig
{
    /// <summary>The column whose values name the lists, such as a query.</summary>
    public required string Group { get; init; }

    /// <summary>The places that the usual ranking metrics judge.</summary>
    public int K { get; init; } = 10;

    /// <summary>The metrics that every ranking is judged by.</summary>
    public IEnumerable<string> Metrics => [.. new[] { "ndcg", "map", "mrr" }.Select(name => FormattableString.Invariant($"{name}_at_{K}"))];
}

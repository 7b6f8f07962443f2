using MlOps.Build.Engine.Drift.Measures;

namespace MlOps.Build.Engine.Configuration;

/// <summary>How drift is judged. What is null leaves the kit's own rule: an index of stability that is large, and no chance.</summary>
internal sealed record DriftConfig
{
    public const int LeastRowsByDefault = 30;

    public const double LimitByDefault = 0.25;

    public const double SignificanceByDefault = 0.01;

    /// <summary>For every column without a method of its own or of its kind.</summary>
    public DriftMethod? Method { get; init; }

    /// <summary>For numbers, dates and timestamps.</summary>
    public DriftMethod? Numeric { get; init; }

    /// <summary>For texts and booleans.</summary>
    public DriftMethod? Categorical { get; init; }

    /// <summary>For columns by name.</summary>
    public IReadOnlyDictionary<string, DriftMethod> Columns { get; init; } = new Dictionary<string, DriftMethod>();

    /// <summary>The share of drifting columns from which all of the data drifted, 0 to 1.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary>Whether p-values are corrected for the number of columns.</summary>
    public bool Corrected { get; init; } = true;

    /// <summary>Fewer values in one of the samples are undecided.</summary>
    public int LeastRows { get; init; } = LeastRowsByDefault;

    /// <summary>The index from which the kit's own rule calls a shift large.</summary>
    public double Limit { get; init; } = LimitByDefault;

    /// <summary>The p-value below which the kit's own rule sees no chance.</summary>
    public double Significance { get; init; } = SignificanceByDefault;

    /// <summary>
    /// The method of a column; null for the kit's own rule. The one for every column is Evidently's choice where it cannot judge the values.
    /// </summary>
    public DriftMethod? For(string column, DriftKind kind)
    {
        if (Columns.TryGetValue(column, out var own))
            return own;
        var method = (kind == DriftKind.Number ? Numeric : Categorical) ?? Method;
        return method is null || method.Takes(kind) ? method : new DriftMethod(DriftMeasures.Auto);
    }
}

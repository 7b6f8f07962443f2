namespace MlOps.Build.Engine.Training.Combining;

/// <summary>How an ensemble combines what its members say.</summary>
internal enum EnsembleMethod
{
    /// <summary>The mean.</summary>
    Voting,

    /// <summary>A weighted mean, its weights learned on the validation rows.</summary>
    Blending,

    /// <summary>A linear model of what each member says of rows that it did not learn from.</summary>
    Stacking,

    /// <summary>The first member that is sure, or else the last.</summary>
    Cascade,
}

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>What a project wishes of its predictor: the properties <c>MlOpsPredictor…</c>.</summary>
internal sealed record PredictorWishes
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The beginning of the types' names.</summary>
    public required string Name { get; init; }

    /// <summary>False leaves out <c>services.AddX()</c>.</summary>
    public bool AddServices { get; init; } = true;

    /// <summary>True makes text columns with a closed list of values enums.</summary>
    public bool Enums { get; init; }

    /// <summary>True checks rows unless a call says otherwise.</summary>
    public bool Checks { get; init; }
}

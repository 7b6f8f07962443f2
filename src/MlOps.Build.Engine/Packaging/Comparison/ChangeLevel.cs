namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>What a change means to an application that uses the model.</summary>
internal enum ChangeLevel
{
    /// <summary>Nothing that an application sees.</summary>
    Compatible,

    /// <summary>The model takes or gives more than before; what worked before works.</summary>
    Additive,

    /// <summary>What compiled, or was a value that the contract allows, may not be any more.</summary>
    Breaking,
}

namespace MlOps.Build.Engine.Gates.Values;

/// <summary>The type of an expression.</summary>
internal enum ValueKind
{
    Number,

    /// <summary>One number a group.</summary>
    List,

    /// <summary>Groups, before a metric is taken of each.</summary>
    Slices,

    Text,
}

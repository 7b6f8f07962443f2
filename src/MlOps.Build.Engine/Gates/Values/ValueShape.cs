namespace MlOps.Build.Engine.Gates.Values;

/// <summary>How many values an expression has.</summary>
internal enum ValueShape
{
    Number,

    /// <summary>One number a group.</summary>
    List,

    /// <summary>Groups, before a metric is taken of each.</summary>
    Slices,

    Text,
}

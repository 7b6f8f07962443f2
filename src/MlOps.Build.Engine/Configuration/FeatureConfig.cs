using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Configuration;

/// <summary>A declared feature: a column, or several crossed, with its transformations in order.</summary>
internal sealed record FeatureConfig
{
    /// <summary>One column, or the columns of a cross.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The declared transformations; empty means the defaults of the column's type.</summary>
    public IReadOnlyList<TransformConfig> Transforms { get; init; } = [];

    /// <summary>Where the feature stands in the file.</summary>
    public SourcePosition Position { get; init; }
}

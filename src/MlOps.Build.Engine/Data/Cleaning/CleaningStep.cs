using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>One declared step of <c>cleaning</c>; steps run in their order, each on what the one before left.</summary>
internal abstract record CleaningStep
{
    /// <summary>Columns that the step changes or looks at; empty means whole rows.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Where the step stands in <c>schema.yaml</c>.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The key in <c>schema.yaml</c>.</summary>
    public abstract string Key { get; }

    /// <summary>The step in words, for reports: <c>outliers (iqr, beyond 1.5): clipped</c>.</summary>
    public abstract string Words { get; }

    /// <summary>The keys beside the first, as they stand in <c>schema.yaml</c>, without those at their defaults.</summary>
    public virtual IEnumerable<(string Key, string Value)> Options => [];

    /// <summary>Cleans, and counts the values that it changed or the rows that it took out.</summary>
    public abstract long Apply(CleaningState state);
}

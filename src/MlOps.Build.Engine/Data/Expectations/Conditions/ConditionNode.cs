namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>A part of a row condition. Immutable.</summary>
internal abstract class ConditionNode
{
    /// <summary>The 0-based columns that it looks at.</summary>
    public abstract IEnumerable<int> Columns { get; }

    /// <summary>The same for one thread.</summary>
    public abstract NodeState Start();
}

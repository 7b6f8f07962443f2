namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>A part of a row condition. Immutable.</summary>
internal abstract class ConditionNode
{
    /// <summary>The same for one thread.</summary>
    public abstract NodeState Start();
}

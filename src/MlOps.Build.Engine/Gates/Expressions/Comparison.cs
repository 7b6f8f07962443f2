namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>How a gate compares its sides.</summary>
internal enum Comparison
{
    AtLeast,
    AtMost,
    Above,
    Below,
    Equal,
    Different,
}

using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A number as written, with its unit: <c>0.70</c>, <c>30%</c> (which is 0.3), <c>5ms</c> (which is 0.005 seconds).</summary>
internal sealed record NumberExpression(int Start, string Source, double Value, Dimension Dimension = Dimension.None)
    : Expression(Start, Source);

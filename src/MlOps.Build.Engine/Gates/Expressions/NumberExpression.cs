namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A number as written: <c>0.70</c>, <c>30%</c> (which is 0.3).</summary>
internal sealed record NumberExpression(int Start, string Source, double Value) : Expression(Start, Source);

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A name with or without dots: <c>auc</c>, <c>baseline.auc</c>.</summary>
internal sealed record NameExpression(int Start, string Source, string Name) : Expression(Start, Source);

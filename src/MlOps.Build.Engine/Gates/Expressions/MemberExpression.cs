namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A metric of each group: <c>slices("Wildlife Size").auc</c>.</summary>
internal sealed record MemberExpression(int Start, string Source, Expression Target, string Member, int MemberStart)
    : Expression(Start, Source);

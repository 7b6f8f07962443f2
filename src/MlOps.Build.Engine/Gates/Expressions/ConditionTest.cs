namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>One test after <c>when</c>: <c>champion</c>, <c>not champion</c>, <c>stage("production")</c>.</summary>
internal sealed record ConditionTest(int Start, string Source, bool Negated, string Name, TextExpression? Argument);

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>Unary minus.</summary>
internal sealed record NegateExpression(int Start, string Source, Expression Operand) : Expression(Start, Source);

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A sum, difference, product or quotient; <paramref name="Operator"/> is one of <c>+ - * /</c>.</summary>
internal sealed record ArithmeticExpression(int Start, string Source, char Operator, Expression Left, Expression Right)
    : Expression(Start, Source);

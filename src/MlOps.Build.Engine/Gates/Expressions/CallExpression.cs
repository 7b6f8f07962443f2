namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A function with its arguments.</summary>
internal sealed record CallExpression(int Start, string Source, string Function, IReadOnlyList<Argument> Arguments)
    : Expression(Start, Source);

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A quoted text, such as the column in <c>slices("Wildlife Size")</c>.</summary>
internal sealed record TextExpression(int Start, string Source, string Value) : Expression(Start, Source);

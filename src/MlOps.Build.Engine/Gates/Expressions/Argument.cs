namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>An argument of a function; <paramref name="Name"/> is null for one by position.</summary>
internal sealed record Argument(int Start, string? Name, Expression Value);

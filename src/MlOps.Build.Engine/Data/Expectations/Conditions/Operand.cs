namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>A side of a comparison: a column or a value.</summary>
/// <param name="Column">The column's index; -1 for a value.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Operand(int Column, Scalar Value)
{
    public bool IsColumn => Column >= 0;
}

namespace MlOps.Build.Inference;

/// <summary>A value that the contract does not allow.</summary>
/// <param name="Row">The row, from 1 on, among those that were given.</param>
/// <param name="Column">The column's name in the data.</param>
/// <param name="Value">The value as text; <c>missing</c> when there is none.</param>
/// <param name="Limit">What the contract allows, in words.</param>
public sealed record InputViolation(long Row, string Column, string Value, string Limit)
{
    /// <summary>All of it in one line.</summary>
    public override string ToString() => $"row {Row}: '{Column}' is {Value}; allowed is {Limit}";
}

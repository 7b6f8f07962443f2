namespace MlOps.Build.Inference;

/// <summary>Rows hold values that the contract does not allow; nothing was predicted.</summary>
public sealed class InvalidInputException : Exception
{
    private const int Shown = 5;

    /// <summary>Takes what was found.</summary>
    public InvalidInputException(IReadOnlyList<InputViolation> violations)
        : base(Describe(violations)) => Violations = violations;

    /// <summary>What was found, in the order of the rows; at most <see cref="PackagedModel.MostViolations"/>.</summary>
    public IReadOnlyList<InputViolation> Violations { get; }

    private static string Describe(IReadOnlyList<InputViolation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        var text = string.Join("; ", violations.Take(Shown));
        return violations.Count > Shown ? $"{text}; and {violations.Count - Shown} more." : text + ".";
    }
}

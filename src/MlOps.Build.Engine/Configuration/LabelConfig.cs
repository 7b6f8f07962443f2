using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Configuration;

/// <summary>What is predicted: a column as it is, or a binary label derived from one.</summary>
internal sealed record LabelConfig
{
    /// <summary>The label's name in reports and in the generated predictor, such as <c>Damaged</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The column that the label is, or is derived from; never a feature.</summary>
    public required string Column { get; init; }

    /// <summary>Values that make a binary label positive; empty when the rule is <see cref="Negative"/> or the column's own.</summary>
    public IReadOnlyList<string> Positive { get; init; } = [];

    /// <summary>Values that make a binary label negative, every other value being positive.</summary>
    public IReadOnlyList<string> Negative { get; init; } = [];

    /// <summary>Whether the label is computed from its column, and is not the column as it stands.</summary>
    public bool IsDerived => Positive.Count > 0 || Negative.Count > 0;

    /// <summary>Where the label stands in the file.</summary>
    public SourcePosition Position { get; init; }
}

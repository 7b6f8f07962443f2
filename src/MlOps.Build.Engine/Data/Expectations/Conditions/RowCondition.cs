namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>Selects the rows that an expectation is about. Equal when text and dialect are.</summary>
internal sealed class RowCondition(string text, ConditionDialect dialect, ConditionNode root) : IEquatable<RowCondition>
{
    private readonly ConditionNode _root = root;

    public string Text { get; } = text;

    public ConditionDialect Dialect { get; } = dialect;

    /// <summary>The 0-based columns that a condition looks at; none without one.</summary>
    public static IEnumerable<int> Columns(RowCondition? condition) => condition?._root.Columns ?? [];

    /// <summary>The same for one thread.</summary>
    public ConditionState Start() => new(_root.Start());

    public bool Equals(RowCondition? other) => other is not null && other.Text == Text && other.Dialect == Dialect;

    public override bool Equals(object? obj) => Equals(obj as RowCondition);

    public override int GetHashCode() => HashCode.Combine(Text, Dialect);
}

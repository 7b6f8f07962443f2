using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data;

/// <summary>Text by dictionary: <see cref="Column{T}.Values"/> are indices into <see cref="Dictionary"/>, -1 where missing.</summary>
internal sealed class StringColumn(string name, int[] codes, IReadOnlyList<string> dictionary, MissingMask missing)
    : Column<int>(name, ColumnType.String, codes, missing)
{
    /// <summary>The different values, in order of first appearance.</summary>
    public IReadOnlyList<string> Dictionary { get; } = dictionary;

    public override string? Text(int row) => IsMissing(row) ? null : Dictionary[Values[row]];

    public override Column Take(ReadOnlySpan<int> rows) => new StringColumn(Name, TakeValues(rows), Dictionary, Missing.Take(rows));
}

using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data;

/// <summary>A column whose values lie in one array; a missing row holds the type's default (NaN for floats).</summary>
internal abstract class Column<T>(string name, ColumnType type, T[] values, MissingMask missing) : Column(name, type, missing)
{
    public T[] Values { get; } = values;

    public override int Length => Values.Length;

    protected T[] TakeValues(ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            taken[i] = Values[rows[i]];
        return taken;
    }
}

namespace MlOps.Build.Contracts;

/// <summary>Rows of preprocessed features, row-major float32, NaN where a value is missing.</summary>
public sealed class FeatureMatrix
{
    /// <summary>Wraps row-major values.</summary>
    /// <exception cref="ArgumentException">The number of values is not <paramref name="rows"/> times the number of names.</exception>
    public FeatureMatrix(int rows, IReadOnlyList<string> names, float[] values)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(values);
        if ((long)rows * names.Count != values.LongLength)
            throw new ArgumentException($"{values.LongLength} values are not {rows} rows of {names.Count} features.", nameof(values));
        Rows = rows;
        Names = names;
        Values = values;
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of features a row.</summary>
    public int Columns => Names.Count;

    /// <summary>The features' names, such as <c>Wildlife Size=Large</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>
    /// By feature, how many categories it has: its values are then whole numbers from 0, without an order. 0 for a number; empty when all are.
    /// </summary>
    public IReadOnlyList<int> Categories { get; init; } = [];

    /// <summary>All values, row after row.</summary>
    public float[] Values { get; }

    /// <summary>One row.</summary>
    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>The given rows, in the given order, as a matrix of its own.</summary>
    public FeatureMatrix Take(ReadOnlySpan<int> rows)
    {
        var values = new float[(long)rows.Length * Columns];
        for (var i = 0; i < rows.Length; i++)
            Row(rows[i]).CopyTo(values.AsSpan(i * Columns));
        return new FeatureMatrix(rows.Length, Names, values) { Categories = Categories };
    }
}

using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Factorization;

/// <summary>Rows of features without their zeros: of one-hot categories few are left.</summary>
internal sealed class SparseRows
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _values;

    public SparseRows(FeatureMatrix features)
    {
        _starts = new int[features.Rows + 1];
        for (var row = 0; row < features.Rows; row++)
            _starts[row + 1] = checked(_starts[row] + features.Columns - features.Row(row).Count(0f));
        (_columns, _values) = (new int[_starts[^1]], new float[_starts[^1]]);
        var next = 0;
        for (var row = 0; row < features.Rows; row++)
        {
            var values = features.Row(row);
            for (var column = 0; column < values.Length; column++)
            {
                if (values[column] != 0)
                    (_columns[next], _values[next++]) = (column, values[column]);
            }
        }
    }

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<int> Columns(int row) => _columns.AsSpan(_starts[row].._starts[row + 1]);

    public ReadOnlySpan<float> Values(int row) => _values.AsSpan(_starts[row].._starts[row + 1]);
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>
/// Training rows as bins, twice: row after row, so that a row's bins share a cache line while histograms are built, and column after
/// column, so that a split reads nothing but its feature.
/// </summary>
internal sealed class BinnedMatrix
{
    private BinnedMatrix(int rows, FeatureBins[] bins, byte[] byRow, byte[] byColumn)
    {
        Rows = rows;
        Bins = bins;
        ByRow = byRow;
        ByColumn = byColumn;
    }

    public int Rows { get; }

    public int Columns => Bins.Count;

    public IReadOnlyList<FeatureBins> Bins { get; }

    public byte[] ByRow { get; }

    /// <summary>Empty for rows that are only predicted.</summary>
    public byte[] ByColumn { get; }

    public ReadOnlySpan<byte> Row(int row) => ByRow.AsSpan(row * Columns, Columns);

    public ReadOnlySpan<byte> Column(int column) => ByColumn.AsSpan(column * Rows, Rows);

    /// <summary>Learns the bins of each feature from all rows.</summary>
    public static BinnedMatrix Learn(FeatureMatrix features, int maxBin, ThreadTeam team)
    {
        var bins = new FeatureBins[features.Columns];
        var byColumn = new byte[features.Rows * features.Columns];
        team.Each(features.Columns, column =>
        {
            var values = ColumnOf(features, column);
            bins[column] = FeatureBins.Of(values.AsSpan().ToArray(), maxBin);
            var target = byColumn.AsSpan(column * features.Rows, features.Rows);
            for (var row = 0; row < values.Length; row++)
                target[row] = bins[column].BinOf(values[row]);
        });
        return new BinnedMatrix(features.Rows, bins, Transpose(byColumn, features.Rows, features.Columns), byColumn);
    }

    /// <summary>Other rows in the same bins.</summary>
    public BinnedMatrix Apply(FeatureMatrix features, ThreadTeam team)
    {
        var byRow = new byte[features.Rows * Columns];
        team.Each((features.Rows + 4095) / 4096, range =>
        {
            for (var row = range * 4096; row < Math.Min(features.Rows, (range + 1) * 4096); row++)
            {
                var values = features.Row(row);
                for (var column = 0; column < values.Length; column++)
                    byRow[(row * Columns) + column] = Bins[column].BinOf(values[column]);
            }
        });
        return new BinnedMatrix(features.Rows, [.. Bins], byRow, []);
    }

    private static float[] ColumnOf(FeatureMatrix features, int column)
    {
        var values = new float[features.Rows];
        for (var row = 0; row < values.Length; row++)
            values[row] = features.Values[(row * features.Columns) + column];
        return values;
    }

    private static byte[] Transpose(byte[] byColumn, int rows, int columns)
    {
        var byRow = new byte[byColumn.Length];
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row++)
                byRow[(row * columns) + column] = byColumn[(column * rows) + row];
        }

        return byRow;
    }
}

using System.Runtime.CompilerServices;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Trees.Binning;

/// <summary>
/// Rows as bins, twice: in blocks of features, row after row, for histograms; and column after column, so that a split reads nothing but its
/// feature.
/// </summary>
internal sealed class BinnedMatrix
{
    private const int RangeSize = 1024;

    private readonly byte[] _byColumn;

    private BinnedMatrix(int rows, FeatureBins[] bins, BinBlock[] blocks)
    {
        Rows = rows;
        Bins = bins;
        Blocks = blocks;
        _byColumn = GC.AllocateUninitializedArray<byte>(checked(rows * bins.Length));
    }

    public int Rows { get; }

    public int Columns => Bins.Length;

    public FeatureBins[] Bins { get; }

    /// <summary>Empty where no histograms of many rows are built.</summary>
    public BinBlock[] Blocks { get; }

    public ReadOnlyMemory<byte> Column(int column) => _byColumn.AsMemory(column * Rows, Rows);

    /// <summary>Learns the bins of each feature.</summary>
    public static BinnedMatrix Learn(FeatureMatrix features, int maxBin, ThreadTeam team) =>
        LearnedBins.Of(features, (maxBin, team.Threads), () => new BinnedMatrix(
            features.Rows, BinSampler.Learn(features, maxBin, team), BinBlock.Divide(features.Columns, features.Rows, team.Threads)).Fill(features, team));

    /// <summary>The same without the blocks.</summary>
    public static BinnedMatrix LearnColumns(FeatureMatrix features, int maxBin, ThreadTeam team) =>
        LearnedBins.Of(features, maxBin, () => new BinnedMatrix(features.Rows, BinSampler.Learn(features, maxBin, team), []).Fill(features, team));

    /// <summary>Other rows in the same bins, without blocks.</summary>
    public BinnedMatrix Apply(FeatureMatrix features, ThreadTeam team) =>
        LearnedBins.Of(features, Bins, () => new BinnedMatrix(features.Rows, Bins, []).Fill(features, team));

    /// <summary>The leaf of the tree that a row goes to.</summary>
    public int LeafOf(Tree tree, int row) => tree.LeafOf(_byColumn.AsSpan(row), Rows);

    private BinnedMatrix Fill(FeatureMatrix features, ThreadTeam team)
    {
        team.Each((Rows + RangeSize - 1) / RangeSize, range =>
        {
            var (from, to) = (range * RangeSize, Math.Min(Rows, (range + 1) * RangeSize));
            for (var column = 0; column < Columns; column++)
                FillColumn(features, column, from, to);
            foreach (var block in Blocks)
                FillBlock(block, from, to);
        });
        return this;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillColumn(FeatureMatrix features, int column, int from, int to)
    {
        var bins = Bins[column];
        var target = _byColumn.AsSpan((column * Rows) + from, to - from);
        var source = features.Values.AsSpan((from * Columns) + column);
        for (var i = 0; i < target.Length; i++)
            target[i] = bins.BinOf(source[i * Columns]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillBlock(BinBlock block, int from, int to)
    {
        for (var i = 0; i < block.Count; i++)
        {
            var source = Column(block.First + i).Span;
            var target = block.Lines.AsSpan(i);
            for (var row = from; row < to; row++)
                target[row * block.Stride] = source[row];
        }
    }
}

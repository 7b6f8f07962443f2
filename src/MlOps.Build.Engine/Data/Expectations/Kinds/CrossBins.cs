using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>The rows or columns of a cross table.</summary>
internal sealed record CrossBins
{
    /// <summary>The last one is that of missing values.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>Of numbers: a bin holds its lower edge, the last one its upper edge too.</summary>
    public double[]? Edges { get; init; }

    /// <summary>Of other values: the bin of each text.</summary>
    public IReadOnlyDictionary<string, int>? OfName { get; init; }

    /// <summary>The bin of a row of a batch.</summary>
    public int Of(BatchView view, int column, int row)
    {
        var batch = view.Column(column);
        if (batch.IsMissing(row))
            return Labels.Count - 1;
        if (Edges is null)
            return OfName![batch is TextBatch ? batch.Text(row)! : OrderKey.Text(Type, view.Keys(column)[row])];
        var at = Array.BinarySearch(Edges, OrderKey.Number(Type, view.Keys(column)[row]));
        return Math.Min(at >= 0 ? at : ~at - 1, Edges.Length - 2);
    }
}

using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Conditions;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>How one column of a cross table is divided (<c>get_binned_values</c> of Great Expectations' <c>PandasDataset</c>).</summary>
internal sealed record CrossAxis
{
    private const string Missing = "(missing)";
    private const string Other = "(other)";

    public required int Column { get; init; }

    public required ColumnType Type { get; init; }

    public required RowCondition? Condition { get; init; }

    public required int MostDistinct { get; init; }

    /// <summary>Of bins, or of the most frequent values that are told apart.</summary>
    public required int Count { get; init; }

    /// <summary>Of a column of numbers; null when they are taken from the data.</summary>
    public double[]? Edges { get; init; }

    /// <summary>Of other columns: values that count as one.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Groups { get; init; }

    public bool IsNumber => ColumnTypes.IsNumber(Type);

    /// <summary>What has to be known before rows can be counted.</summary>
    public Metric First => IsNumber ? new ExtremesMetric(Column, Condition) : new TallyMetric(Column, Condition, MostDistinct);

    /// <summary>The bins; null when there are too many different values.</summary>
    public CrossBins? Bins(MetricValues values) => IsNumber
        ? OfNumbers(values.Of<ExtremesPart>(First))
        : values.Of<TallyPart>(First) is { Overflow: false } part ? OfValues(part) : null;

    private CrossBins OfNumbers(ExtremesPart part)
    {
        var (low, high) = part.Any ? (OrderKey.Number(Type, part.Lowest), OrderKey.Number(Type, part.Highest)) : (0.0, 1.0);
        var edges = (Edges ?? Even(low, high)).ToList();
        if (low < edges[0])
            edges.Insert(0, low);
        if (high > edges[^1])
            edges.Add(high);
        var labels = edges.Zip(edges.Skip(1)).Select(pair => string.Create(CultureInfo.InvariantCulture, $"[{pair.First}, {pair.Second})"));
        return new CrossBins { Labels = [.. labels, Missing], Edges = [.. edges], Type = Type };
    }

    // As numpy.histogram_bin_edges.
    private double[] Even(double low, double high)
    {
        (low, high) = low == high ? (low - 0.5, high + 0.5) : (low, high);
        return [.. Enumerable.Range(0, Count).Select(i => low + (i * ((high - low) / Count))), high];
    }

    private CrossBins OfValues(TallyPart part)
    {
        var names = part.Sorted.Select(entry => (Name: entry.Text ?? OrderKey.Text(Type, entry.Key), entry.Count)).ToList();
        var kept = Groups is not null || names.Count <= Count
            ? names
            : names.OrderByDescending(name => name.Count).Take(Count).ToList();
        var labelOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in Groups ?? [])
        {
            foreach (var value in group)
                labelOf[value] = string.Join(", ", group);
        }

        var isKept = kept.Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _) in names)
            labelOf.TryAdd(name, isKept.Contains(name) ? name : Other);
        var labels = names.Select(name => labelOf[name.Name]).Distinct(StringComparer.Ordinal).Append(Missing).ToList();
        return new CrossBins { Labels = labels, OfName = names.ToDictionary(name => name.Name, name => labels.IndexOf(labelOf[name.Name]), StringComparer.Ordinal), Type = Type };
    }
}

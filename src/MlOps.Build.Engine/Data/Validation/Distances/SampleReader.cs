using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Metrics;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation.Distances;

/// <summary>Counts the values of columns that are to be compared, in one reading, and in another for histograms.</summary>
internal sealed class SampleReader(IBatchSource source, CancellationToken cancellation)
{
    /// <summary>Different values that are kept of a column.</summary>
    public const int MostDistinct = 4_000_000;

    /// <summary>By column; those that the table lacks are not there. Null, with errors, when the table cannot be read.</summary>
    public IReadOnlyDictionary<string, ColumnSample>? Read(IEnumerable<ColumnSchema> columns, IReadOnlySet<string> counted, DiagnosticBag diagnostics)
    {
        var found = columns
            .Select(column => (Column: column, Index: IndexOf(column.Name)))
            .Where(pair => pair.Index >= 0)
            .Select(pair => new Wanted(pair.Column, pair.Index, counted.Contains(pair.Column.Name)))
            .ToList();
        var metrics = found.SelectMany(wanted => wanted.First);
        if (MetricRun.Gather(source, metrics, diagnostics, cancellation) is not { } values)
            return null;
        values.Release();
        var histograms = found.Select(wanted => wanted.Bins(values)).ToList();
        if (histograms.OfType<HistogramMetric>().ToList() is { Count: > 0 } second)
        {
            if (MetricRun.Gather(source, second, diagnostics, cancellation) is not { } more)
                return null;
            values = values.With(more);
        }

        return found.Select((wanted, i) => (wanted.Column.Name, Sample: wanted.Sample(values, histograms[i]))).ToDictionary(pair => pair.Name, pair => pair.Sample);
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < source.Columns.Count; i++)
        {
            if (source.Columns[i].Name == name)
                return i;
        }

        return -1;
    }

    private sealed record Wanted(ColumnSchema Column, int Index, bool CountsValues)
    {
        private TallyMetric Tally => new(Index, null, MostDistinct);

        private ExtremesMetric Extremes => new(Index, null);

        private bool HasHistogram => DistanceNames.HasHistogram(Column.Type);

        public IEnumerable<Metric> First => CountsValues ? HasHistogram ? [Tally, Extremes] : [Tally] : [Extremes];

        public HistogramMetric? Bins(MetricValues values)
        {
            if (!HasHistogram || values.Of<ExtremesPart>(Extremes) is not { Any: true } ends)
                return null;
            var (low, high) = (OrderKey.Number(Column.Type, ends.Lowest), OrderKey.Number(Column.Type, ends.Highest));
            return new HistogramMetric(Index, null, NumberBins.EvenEdges(low, high));
        }

        public ColumnSample Sample(MetricValues values, HistogramMetric? bins)
        {
            var tally = CountsValues ? values.Of<TallyPart>(Tally) : null;
            var counts = bins is null ? null : HistogramMetric.Of(values, bins);
            return new ColumnSample
            {
                Values = tally is null or { Overflow: true } ? null : tally.Sorted.ToDictionary(entry => entry.Text ?? OrderKey.Text(Column.Type, entry.Key), entry => entry.Count),
                Histogram = counts is null ? null : new NumberBins(bins!.Edges, counts[1..^1]),
                Count = tally?.Count ?? counts?.Sum() ?? 0,
            };
        }
    }
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation.Distances;

/// <summary>Holds columns against the limits of <c>skew</c> and <c>drift</c>, where there are data to compare with.</summary>
internal sealed class Comparisons
{
    private readonly List<DistributionDistance> _distances = [];
    private readonly List<Finding> _findings = [];
    private readonly List<Diagnostic> _undecided = [];
    private readonly DataSchema _schema;
    private readonly TablePlace _place;

    private Comparisons(DataSchema schema, TablePlace place) => (_schema, _place) = (schema, place);

    /// <summary>In the contract's order, drift before skew.</summary>
    public IReadOnlyList<DistributionDistance> Distances => _distances;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Limits that were not held, because nobody names data to compare with.</summary>
    public IReadOnlyList<Diagnostic> Undecided => _undecided;

    public static Comparisons Of(IBatchSource source, DataSchema schema, Surroundings beside, TablePlace place, CancellationToken cancellation)
    {
        var comparisons = new Comparisons(schema, place);
        comparisons.Run(source, Comparator.Drift(beside.Previous), cancellation);
        comparisons.Run(source, Comparator.Skew(beside.Serving), cancellation);
        return comparisons;
    }

    private void Run(IBatchSource source, Comparator comparator, CancellationToken cancellation)
    {
        var columns = _schema.Columns.Where(column => comparator.Limits(column) is not null && source.Columns.Any(there => there.Name == column.Name)).ToList();
        if (columns.Count == 0)
            return;
        if (comparator.Files.Count == 0)
        {
            _undecided.Add(DistanceFindings.NothingToCompare(columns, comparator));
            return;
        }

        var counted = columns.Where(column => comparator.Limits(column)!.Given.Any(pair => DistanceNames.CountsValues(pair.Name, column.Type)))
            .Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var (other, fault) = OtherTable.Open(comparator.Files, _schema.Format, columns.Select(column => (column.Name, column.Type)), cancellation);
        using var opened = other;
        var found = new DiagnosticBag();
        var theirs = opened is null ? null : new SampleReader(opened.Source, cancellation).Read(columns, counted, found);
        if (theirs is null)
        {
            _findings.Add(DistanceFindings.NotCompared(columns[0], comparator, fault ?? OtherTable.Fault(found), _place));
            return;
        }

        // What has been read once can be read again.
        var ours = new SampleReader(source, cancellation).Read(columns, counted, [])!;
        foreach (var column in columns)
            Judge(column, comparator, ours[column.Name], theirs.GetValueOrDefault(column.Name));
    }

    private void Judge(ColumnSchema column, Comparator comparator, ColumnSample ours, ColumnSample? theirs)
    {
        if (theirs is null)
        {
            _findings.Add(DistanceFindings.NotCompared(column, comparator, $"it has no column {Shown.Text(column.Name)}.", _place));
            return;
        }

        foreach (var (name, limit) in comparator.Limits(column)!.Given)
        {
            var measured = Distance.Between(name, ours, theirs);
            _distances.Add(new DistributionDistance
            {
                Column = column.Name,
                Comparator = comparator.Key,
                Distance = name,
                Value = measured.Value,
                Limit = limit,
                Against = comparator.Files[0].Name,
            });
            if (measured.Fault is { } fault)
                _findings.Add(DistanceFindings.NotCompared(column, comparator, fault, _place));
            else if (measured.Value > limit)
                _findings.Add(DistanceFindings.TooFar(column, comparator, (name, limit), measured, _place));
        }
    }
}

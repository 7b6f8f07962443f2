using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation.References;

/// <summary>Holds a table against others: foreign keys, and the number of rows.</summary>
internal sealed class ReferenceChecks(IBatchSource source, DataSchema schema, Surroundings beside, TablePlace place, CancellationToken cancellation)
{
    /// <summary>What is broken, in the contract's order.</summary>
    /// <param name="totals">By column, in file order.</param>
    public IReadOnlyList<Finding> All(IReadOnlyList<ColumnTotals> totals)
    {
        var found = new List<Finding>();
        foreach (var column in schema.Columns)
        {
            if (column.References is { } reference && Indices(source, reference.Columns) is [var index])
                found.AddRange(Of(column, index, reference, totals[index]) is { } finding ? [finding] : []);
        }

        foreach (var reference in schema.Table.References)
        {
            if (Indices(source, reference.Columns) is { } indices && Of(reference, indices) is { } finding)
                found.Add(finding);
        }

        if (schema.Table.EqualRows is { } other && Rows(other) is { } rows)
            found.Add(rows);
        return found;
    }

    /// <summary>The number of rules that there are.</summary>
    public int Count => schema.Columns.Count(column => column.References is { } reference && Indices(source, reference.Columns) is not null)
        + schema.Table.References.Count(reference => Indices(source, reference.Columns) is not null)
        + (schema.Table.EqualRows is null ? 0 : 1);

    private Finding? Of(ColumnSchema column, int index, TableReference reference, ColumnTotals totals)
    {
        var (failing, fault) = Search(reference, [index]);
        if (failing is null)
            return OtherTableFindings.Unreadable(column, reference.File, column.PositionOf("references"), fault!, place);
        var rule = new ReferenceRule(column, reference);
        return rule.Tolerates(failing, totals) ? null : ColumnFindings.Of(rule, index + 1, failing, Places(failing));
    }

    private Finding? Of(TableReference reference, IReadOnlyList<int> indices)
    {
        var (failing, fault) = Search(reference, indices);
        if (failing is null)
            return OtherTableFindings.Unreadable(null, reference.File, reference.Position, fault!, place);
        return failing.Count == 0 ? null : OtherTableFindings.Dangling(reference, Places(failing));
    }

    private Finding? Rows(string file)
    {
        var found = new DiagnosticBag();
        if (beside.File(file) is not { } other)
            return OtherTableFindings.Unreadable(null, file, schema.Table.RowsPosition, OtherTableFindings.Outside, place);
        if (RowCounter.Count(other, found, cancellation) is not { } rows)
            return OtherTableFindings.Unreadable(null, file, schema.Table.RowsPosition, OtherTable.Fault(found), place);
        return rows == place.Rows ? null : OtherTableFindings.Rows(file, rows, schema.Table.RowsPosition, place);
    }

    private (FailingRows? Failing, string? Fault) Search(TableReference reference, IReadOnlyList<int> indices)
    {
        if (beside.File(reference.File) is not { } file)
            return (null, OtherTableFindings.Outside);
        var wanted = reference.To.Select((name, i) => (name, source.Columns[indices[i]].Type)).DistinctBy(pair => pair.name);
        var (other, fault) = OtherTable.Open([file], new CsvFormat(), wanted, cancellation);
        if (other is null)
            return (null, fault);
        using var opened = other;
        if (Indices(opened.Source, reference.To) is not { } others)
            return (null, Absent(opened.Source, reference));
        var found = new DiagnosticBag();
        return new ForeignKeySearch(indices, others).Run(source, opened.Source, found, cancellation) is { } failing ? (failing, null) : (null, OtherTable.Fault(found));
    }

    private static string Absent(IBatchSource other, TableReference reference)
    {
        var names = other.Columns.Select(column => column.Name).ToList();
        var missing = reference.To.First(name => !names.Contains(name));
        return $"it has no column {Shown.Text(missing)}.{Yaml.DidYouMean.Sentence(missing, names)}";
    }

    private FailingPlaces Places(FailingRows failing) => new(failing.Count, place.Rows, source.Locate([.. failing.First.Select(row => row.Place)]));

    // Null when one of the columns is not there.
    private static IReadOnlyList<int>? Indices(IBatchSource table, IReadOnlyList<string> names)
    {
        var indices = names.Select(name => table.Columns.ToList().FindIndex(column => column.Name == name)).ToList();
        return indices.Contains(-1) ? null : indices;
    }
}

using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Comparison;

/// <summary>Which columns of two versions stand for each other.</summary>
internal sealed class ComparedColumns
{
    private ComparedColumns(IReadOnlyList<(int Reference, int Current, string Name, bool AsDouble)> both, IReadOnlyList<int> key, IReadOnlyList<ColumnChange> changes) =>
        (Both, Key, Changes) = (both, key, changes);

    /// <summary>Columns of both, of comparable types, by their places.</summary>
    public IReadOnlyList<(int Reference, int Current, string Name, bool AsDouble)> Both { get; }

    /// <summary>The key's columns as indices into <see cref="Both"/>.</summary>
    public IReadOnlyList<int> Key { get; }

    /// <summary>Columns that were added, removed or given another type.</summary>
    public IReadOnlyList<ColumnChange> Changes { get; }

    /// <summary>Null, with errors, when a column of the key cannot be compared.</summary>
    public static ComparedColumns? Of(IReadOnlyList<BatchColumn> reference, IReadOnlyList<BatchColumn> current, IReadOnlyList<string> key, DiagnosticBag diagnostics)
    {
        var (both, changes) = (new List<(int, int, string, bool)>(), new List<ColumnChange>());
        foreach (var (place, column) in current.Index())
        {
            var found = reference.Index().Where(item => item.Item.Name == column.Name).Select(item => item.Index).FirstOrDefault(-1);
            var before = found < 0 ? column : reference[found];
            if (found < 0 || before.Type != column.Type)
                changes.Add(new ColumnChange { Column = column.Name, Before = found < 0 ? null : before.Type, After = column.Type });
            if (found >= 0 && (before.Type == column.Type || (IsNumber(before.Type) && IsNumber(column.Type))))
                both.Add((found, place, column.Name, before.Type != column.Type));
        }

        changes.AddRange(reference.Where(column => current.All(other => other.Name != column.Name))
            .Select(column => new ColumnChange { Column = column.Name, Before = column.Type }));
        var places = key.Select(name => both.FindIndex(column => column.Item3 == name)).ToList();
        foreach (var (name, _) in key.Zip(places).Where(item => item.Second < 0))
        {
            diagnostics.Error(
                DriftCodes.KeyColumn, $"the key column '{name}' is not in both versions with one type. Name a key of columns that both have; columns: "
                + string.Join(", ", both.Take(12).Select(column => column.Item3)) + ".");
        }

        return places.Contains(-1) ? null : new(both, places, changes);
    }

    private static bool IsNumber(ColumnType type) => type is ColumnType.Int64 or ColumnType.Float32 or ColumnType.Float64;
}

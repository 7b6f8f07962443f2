using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Comparison;

/// <summary>
/// Compares two versions of a table row by row, by hashes: each is read once, and once more when rows changed. Two different rows have one hash
/// about once in 10^19 pairs.
/// </summary>
internal sealed class TableComparer(IBatchSource reference, IBatchSource current, IReadOnlyList<string> key, IReadOnlySet<string> sensitive)
{
    /// <summary>The text that stands for a value of a sensitive column.</summary>
    public const string Mask = "(sensitive)";

    // The values of so many changed rows are compared; those beyond, by hash order, count as changed without being counted by column.
    private const int MostCounted = 1_000_000;
    private const int MostShown = 20;
    private const int LongestText = 200;

    /// <summary>The difference; null, with errors, when a version cannot be read or the key does not fit.</summary>
    public DataDiff? Compare(string name, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (ComparedColumns.Of(reference.Columns, current.Columns, key, diagnostics) is not { } columns)
            return null;
        var (before, after) = (new RowHashes(columns, true), new RowHashes(columns, false));
        if (reference.Read(before.Sink, diagnostics, cancellation) is not { } referenceRows || current.Read(after.Sink, diagnostics, cancellation) is not { } rows)
            return null;
        var (diff, changed) = key.Count == 0 ? (Wholes(before, after), []) : Keyed(before, after);
        var diffed = new DataDiff { Reference = name, ReferenceRows = referenceRows, Rows = rows, Key = key, RowChanges = diff, Columns = columns.Changes };
        if (changed.Count == 0)
            return diffed;
        IReadOnlySet<ulong> counted = changed.Take(MostCounted).ToHashSet(), shown = changed.Take(MostShown).ToHashSet();
        var (old, now) = (new ChangedRows(columns, true, counted, shown), new ChangedRows(columns, false, counted, shown));
        if (reference.Read(old.Sink, diagnostics, cancellation) is null || current.Read(now.Sink, diagnostics, cancellation) is null)
            return null;
        return diffed with
        {
            Columns = Columns(columns, old, now),
            RowChanges = diff with { Examples = [.. changed.Take(MostShown).Select(row => Example(columns, old.Texts[row], now.Texts[row]))] },
        };
    }

    // Without a key equal rows cancel out, as often as both versions have them.
    private static RowDiff Wholes(RowHashes before, RowHashes after)
    {
        var same = before.ByKey.Keys.Where(after.ByKey.ContainsKey).Sum(row => Math.Min(before.Shared.GetValueOrDefault(row, 1), after.Shared.GetValueOrDefault(row, 1)));
        return new RowDiff { Added = Rows(after) - same, Removed = Rows(before) - same, Changed = 0, Same = same };
    }

    private static long Rows(RowHashes hashes) => hashes.ByKey.Count + hashes.Shared.Values.Sum(count => count - 1);

    private static (RowDiff Diff, List<ulong> Changed) Keyed(RowHashes before, RowHashes after)
    {
        var shared = before.Shared.Keys.Concat(after.Shared.Keys).ToHashSet();
        var changed = new List<ulong>();
        var (removed, same) = (0L, 0L);
        foreach (var (row, hash) in before.ByKey.Where(pair => !shared.Contains(pair.Key)))
        {
            if (!after.ByKey.TryGetValue(row, out var other))
                removed++;
            else if (other == hash)
                same++;
            else
                changed.Add(row);
        }

        changed.Sort();
        return (new RowDiff
        {
            Added = after.ByKey.Keys.LongCount(row => !shared.Contains(row) && !before.ByKey.ContainsKey(row)),
            Removed = removed,
            Changed = changed.Count,
            Same = same,
            ReferenceShared = SharedRows(before, shared),
            Shared = SharedRows(after, shared),
        }, changed);
    }

    private static long SharedRows(RowHashes hashes, HashSet<ulong> shared) =>
        hashes.Unkeyed + shared.Where(hashes.ByKey.ContainsKey).Sum(row => hashes.Shared.GetValueOrDefault(row, 1));

    private static IReadOnlyList<ColumnChange> Columns(ComparedColumns columns, ChangedRows old, ChangedRows now)
    {
        var counts = new long[columns.Both.Count];
        foreach (var (row, cells) in old.Cells)
        {
            for (var i = 0; i < counts.Length; i++)
                counts[i] += cells[i] == now.Cells[row][i] ? 0 : 1;
        }

        var changed = columns.Both.Index().Where(column => counts[column.Index] > 0).ToDictionary(column => column.Item.Name, column => counts[column.Index]);
        return
        [
            .. columns.Changes.Select(change => change with { Changed = changed.TryGetValue(change.Column, out var count) ? count : null }),
            .. changed.Where(pair => columns.Changes.All(change => change.Column != pair.Key))
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new ColumnChange { Column = pair.Key, Changed = pair.Value }),
        ];
    }

    private RowChange Example(ComparedColumns columns, string?[] before, string?[] after) => new(
        [.. columns.Key.Select(part => Shown(columns.Both[part].Name, after[part])!)],
        [.. columns.Both.Index().Where(column => before[column.Index] != after[column.Index]).Select(column =>
            new ValueChange(column.Item.Name, Shown(column.Item.Name, before[column.Index]), Shown(column.Item.Name, after[column.Index])))]);

    private string? Shown(string column, string? text) =>
        text is null ? null : sensitive.Contains(column) ? Mask : text.Length <= LongestText ? text : text[..LongestText] + "…";
}
